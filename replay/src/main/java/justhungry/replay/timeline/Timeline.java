package justhungry.replay.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.replay.run.Event;
import justhungry.replay.run.Sink;

/** The timeline of a run, drawn at its end: throughput and latency over time, with faults and views. */
public final class Timeline implements Sink {
    private static final int MOST_MARKS = 200;

    private final Path file;
    private final String script;
    private final Buckets buckets = new Buckets();
    private final List<Mark> marks = new ArrayList<>();
    private long epoch;

    /** Creates the {@code file} at once, so that an error is found at the start of the run and not at its end. */
    public Timeline(Path file, String script) throws IOException {
        this.file = file;
        this.script = script;
        Files.writeString(file, "");
    }

    /** A mark at one moment of the run. */
    record Mark(long at, Kind kind, String words) {
        enum Kind {
            BREAKS,
            REPAIRS,
            VIEW
        }
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Answered answered && answered.exchange().isSettled()) {
            buckets.add(event.at(), answered.exchange().times().latency());
        } else if (event instanceof Event.Struck struck) {
            add(new Mark(event.at(), kind(struck), struck.fault().word() + " " + String.join(", ", struck.names())));
        } else if (event instanceof Event.Stands now && now.epoch() > epoch) {
            if (epoch > 0) {
                add(new Mark(
                        event.at(),
                        Mark.Kind.VIEW,
                        "epoch %d: %s".formatted(now.epoch(), now.primary().orElse("no primary"))));
            }
            epoch = now.epoch();
        }
    }

    @Override
    public void close() throws IOException {
        Files.writeString(file, new Picture(script, buckets, marks).svg());
    }

    private void add(Mark mark) {
        if (marks.size() < MOST_MARKS) {
            marks.add(mark);
        }
    }

    private static Mark.Kind kind(Event.Struck struck) {
        return switch (struck.fault()) {
            case KILL, PAUSE -> Mark.Kind.BREAKS;
            case RESUME, RESTART -> Mark.Kind.REPAIRS;
        };
    }
}
