package justhungry.replay.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import justhungry.replay.timeline.SilentTimes.SilentTime;
import justhungry.replay.timeline.TimeBuckets.Bucket;
import justhungry.replay.timeline.Timeline.Mark;

/** The chart of a run: throughput above, latency below, over the same time; faults and views as lines through both. */
final class TimelineChart {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 650;
    private static final double LEFT = 80;
    private static final double RIGHT = 1070;
    private static final double UPPER_TOP = 160;
    private static final double UPPER_BOTTOM = 340;
    private static final double LOWER_TOP = 380;
    private static final double LOWER_BOTTOM = 570;
    private static final int LABEL_ROWS = 6;
    private static final double CHARACTER_WIDTH = 7.2;
    private static final double LABEL_HEIGHT = 15;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final String STYLES = """
            text{font:12px sans-serif;fill:#333}
            .title{font:bold 17px sans-serif}.end{text-anchor:end}.middle{text-anchor:middle}
            .grid{stroke:#e4e4e4}.axis{stroke:#888}
            .area{fill:#9cc3e6}.none{fill:#fbe3e1}
            .median{fill:none;stroke:#2b6cb0;stroke-width:2}
            .p99{fill:none;stroke:#dd7a1f;stroke-width:1.5}
            .max{fill:none;stroke:#c9c9c9}
            .breaks{stroke:#c53030;stroke-width:1.5}.breaks-words{fill:#c53030}
            .repairs{stroke:#2f855a;stroke-width:1.5}.repairs-words{fill:#2f855a}
            .view{stroke:#6b46c1;stroke-dasharray:4 3}.view-words{fill:#6b46c1}
            .breaks-words,.repairs-words,.view-words{paint-order:stroke;stroke:#ffffff;stroke-width:4px}
            """;

    private final String script;
    private final List<Bucket> buckets;
    private final double bucketSeconds;
    private final List<SilentTime> silences;
    private final List<Mark> marks;
    private final ChartAxis time;
    private final ChartAxis rate;
    private final ChartAxis latency;
    private final SvgBuilder svg = new SvgBuilder();

    TimelineChart(String script, TimeBuckets buckets, List<SilentTime> silences, List<Mark> marks) {
        this.script = script;
        this.buckets = buckets.all();
        this.bucketSeconds = buckets.width() / NANOS_PER_SECOND;
        this.silences = silences;
        this.marks = marks;
        double last = LongStream.concat(
                                marks.stream().mapToLong(Mark::at),
                                silences.stream().mapToLong(SilentTime::to))
                        .max()
                        .orElse(0)
                / NANOS_PER_SECOND;
        time = ChartAxis.linear(Math.max(this.buckets.size() * bucketSeconds, last), LEFT, RIGHT);
        rate = ChartAxis.linear(Math.max(1, max(Bucket::answers) / bucketSeconds * 1.05), UPPER_BOTTOM, UPPER_TOP);
        latency = ChartAxis.logarithmic(
                Math.max(0.01, min() / NANOS_PER_MILLI),
                Math.max(0.1, max(Bucket::max) / NANOS_PER_MILLI),
                LOWER_BOTTOM,
                LOWER_TOP);
    }

    String svg() {
        svg.text(LEFT, 32, "title", script);
        long answers = buckets.stream().mapToLong(Bucket::answers).sum();
        svg.text(
                LEFT,
                54,
                "",
                "%,d %s in %.1f s"
                        .formatted(answers, answers == 1 ? "answer" : "answers", buckets.size() * bucketSeconds));
        drawSilence();
        drawAxes();
        drawThroughput();
        drawLatency(Bucket::max, "max");
        drawLatency(Bucket::p99, "p99");
        drawLatency(Bucket::median, "median");
        drawMarks();
        drawLegend();
        return svg.document(WIDTH, HEIGHT, STYLES);
    }

    /** Draws the times in which requests waited without an answer. A time without requests stays white. */
    private void drawSilence() {
        for (var silence : silences) {
            double from = time.pixel(silence.from() / NANOS_PER_SECOND);
            double width = time.pixel(silence.to() / NANOS_PER_SECOND) - from;
            svg.rectangle(from, UPPER_TOP, width, UPPER_BOTTOM - UPPER_TOP, "none");
            svg.rectangle(from, LOWER_TOP, width, LOWER_BOTTOM - LOWER_TOP, "none");
        }
    }

    private void drawAxes() {
        for (double tick : rate.ticks()) {
            svg.line(LEFT, rate.pixel(tick), RIGHT, rate.pixel(tick), "grid");
            svg.text(LEFT - 8, rate.pixel(tick) + 4, "end", "%,.0f".formatted(tick));
        }
        for (double tick : latency.ticks()) {
            svg.line(LEFT, latency.pixel(tick), RIGHT, latency.pixel(tick), "grid");
            svg.text(LEFT - 8, latency.pixel(tick) + 4, "end", milliseconds(tick));
        }
        for (double tick : time.ticks()) {
            svg.line(time.pixel(tick), LOWER_BOTTOM, time.pixel(tick), LOWER_BOTTOM + 5, "axis");
            svg.text(time.pixel(tick), LOWER_BOTTOM + 20, "middle", "%s s".formatted(plain(tick)));
        }
        svg.line(LEFT, UPPER_BOTTOM, RIGHT, UPPER_BOTTOM, "axis");
        svg.line(LEFT, LOWER_BOTTOM, RIGHT, LOWER_BOTTOM, "axis");
        svg.text(LEFT + 6, UPPER_TOP + 14, "", "answers per second");
        svg.text(LEFT + 6, LOWER_TOP + 14, "", "latency");
    }

    private void drawThroughput() {
        var points = new StringBuilder("M " + SvgBuilder.point(LEFT, UPPER_BOTTOM));
        for (int i = 0; i < buckets.size(); i++) {
            double y = rate.pixel(buckets.get(i).answers() / bucketSeconds);
            points.append(" L ").append(SvgBuilder.point(x(i), y));
            points.append(" L ").append(SvgBuilder.point(x(i + 1), y));
        }
        points.append(" L ")
                .append(SvgBuilder.point(x(buckets.size()), UPPER_BOTTOM))
                .append(" Z");
        svg.path(points.toString(), "area");
    }

    /** Draws a line, with gaps where there are no answers. */
    private void drawLatency(ToLongFunction<Bucket> value, String style) {
        var points = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.get(i).answers() == 0) {
                drawing = false;
                continue;
            }
            double y = latency.pixel(value.applyAsLong(buckets.get(i)) / NANOS_PER_MILLI);
            points.append(drawing ? " L " : " M ").append(SvgBuilder.point(x(i), y));
            points.append(" L ").append(SvgBuilder.point(x(i + 1), y));
            drawing = true;
        }
        svg.path(points.toString().strip(), style);
    }

    /**
     * Draws each mark with its label above, in the lowest row where it covers no other; without label if there is none. The
     * labels are drawn last: the line of a higher one goes behind those below it.
     */
    private void drawMarks() {
        var ends = new double[LABEL_ROWS];
        var labels = new ArrayList<Runnable>();
        for (var mark : marks) {
            var style = style(mark);
            double x = time.pixel(mark.at() / NANOS_PER_SECOND);
            double width = (mark.label().length() + 1) * CHARACTER_WIDTH;
            double from = Math.min(x + 3, RIGHT - width);
            int row = 0;
            while (row < LABEL_ROWS && ends[row] > from) {
                row++;
            }
            double y = UPPER_TOP - 8 - row * LABEL_HEIGHT;
            svg.line(x, row < LABEL_ROWS ? y + 2 : UPPER_TOP, x, LOWER_BOTTOM, style);
            if (row < LABEL_ROWS) {
                ends[row] = from + width;
                labels.add(() -> svg.text(from, y, style + "-words", mark.label()));
            }
        }
        labels.forEach(Runnable::run);
    }

    /** Draws the legend, without what the picture does not show. */
    private void drawLegend() {
        double y = HEIGHT - 20;
        if (buckets.stream().anyMatch(bucket -> bucket.answers() > 0)) {
            entry(LEFT, y, "median", "p50");
            entry(LEFT + 90, y, "p99", "p99");
            entry(LEFT + 180, y, "max", "slowest");
        }
        var styles = marks.stream().map(TimelineChart::style).collect(Collectors.toSet());
        if (styles.contains("breaks")) {
            entry(LEFT + 290, y, "breaks", "kill, pause");
        }
        if (styles.contains("repairs")) {
            entry(LEFT + 420, y, "repairs", "resume, restart");
        }
        if (styles.contains("view")) {
            entry(LEFT + 570, y, "view", "new view");
        }
        if (!silences.isEmpty()) {
            svg.rectangle(LEFT + 680, y - 9, 24, 10, "none");
            svg.text(LEFT + 710, y, "", "no answer");
        }
    }

    private void entry(double x, double y, String style, String words) {
        svg.line(x, y - 4, x + 24, y - 4, style);
        svg.text(x + 30, y, "", words);
    }

    private static String style(Mark mark) {
        return switch (mark.kind()) {
            case BREAKS -> "breaks";
            case REPAIRS -> "repairs";
            case VIEW -> "view";
        };
    }

    private double x(int bucket) {
        return time.pixel(bucket * bucketSeconds);
    }

    private double max(ToLongFunction<Bucket> value) {
        return buckets.stream().mapToLong(value).max().orElse(0);
    }

    private double min() {
        return buckets.stream()
                .filter(bucket -> bucket.answers() > 0)
                .mapToLong(Bucket::median)
                .min()
                .orElse(1);
    }

    private static String milliseconds(double value) {
        return value >= 1000 ? plain(value / 1000) + " s" : plain(value) + " ms";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? "%,.0f".formatted(value) : "%s".formatted(Math.round(value * 1000) / 1000.0);
    }
}
