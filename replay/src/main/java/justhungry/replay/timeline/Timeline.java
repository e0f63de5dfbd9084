package justhungry.replay.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/** The timeline of a run, drawn at its end: throughput and latency over time, with faults and views. */
public final class Timeline implements RunListener {
    private static final int MAX_MARKS = 200;

    private final Path file;
    private final String script;
    private final TimeBuckets buckets = new TimeBuckets();
    private final List<Mark> marks = new ArrayList<>();
    private long epoch;

    /** Creates the {@code file} at once, so that an error is found at the start of the run and not at its end. */
    public Timeline(Path file, String script) throws IOException {
        this.file = file;
        this.script = script;
        Files.writeString(file, "");
    }

    /** A mark at one moment of the run. */
    record Mark(long at, MarkKind kind, String label) {
        enum MarkKind {
            BREAKS,
            REPAIRS,
            VIEW
        }
    }

    @Override
    public void onRequestCompleted(RequestRecord request) {
        if (request.isCompleted()) {
            buckets.add(request.times().end(), request.times().latency());
        }
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) {
        add(new Mark(event.at(), kind(event), event.fault().label() + " " + String.join(", ", event.names())));
    }

    @Override
    public void onStatusChanged(RunEvent.StatusChanged event) {
        if (event.epoch() > epoch) {
            if (epoch > 0) {
                add(new Mark(
                        event.at(),
                        Mark.MarkKind.VIEW,
                        "epoch %d: %s".formatted(event.epoch(), event.primary().orElse("no primary"))));
            }
            epoch = event.epoch();
        }
    }

    @Override
    public void close() throws IOException {
        Files.writeString(file, new TimelineChart(script, buckets, marks).svg());
    }

    private void add(Mark mark) {
        if (marks.size() < MAX_MARKS) {
            marks.add(mark);
        }
    }

    private static Mark.MarkKind kind(RunEvent.FaultInjected injected) {
        return switch (injected.fault()) {
            case KILL, PAUSE -> Mark.MarkKind.BREAKS;
            case RESUME, RESTART -> Mark.MarkKind.REPAIRS;
        };
    }
}
