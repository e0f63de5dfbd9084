package justhungry.benchmarks;

import java.util.List;
import justhungry.benchmarks.measure.ComparedRounds;
import justhungry.benchmarks.measure.MeasuredRound;
import justhungry.benchmarks.measure.RatioInterval;

/**
 * A chart of the throughputs of two subjects, as an SVG: a group for each load, two bars for each number of clients, the ratio
 * beside them. All bars have one scale; the background is white, whatever is behind the picture.
 */
final class ThroughputChart {
    private static final int WIDTH = 860;
    private static final int LEFT = 24;
    private static final int BARS = 130;
    private static final int MAX_LENGTH = 560;
    private static final int RATIOS = 836;
    private static final int BAR = 14;
    private static final String ONE = "#1f6fb4";
    private static final String OTHER = "#b4bac2";
    private static final String BOLD = "font-weight=\"bold\"";
    private static final String TO_THE_LEFT = "text-anchor=\"end\"";

    private final StringBuilder shapes = new StringBuilder();
    private final double max;
    private int y = 36;

    /**
     * Draws it.
     *
     * @param one the name of the first subject
     * @param other the name of the second subject
     */
    ThroughputChart(String title, String one, String other, List<ComparedRounds> measured) {
        max = measured.stream()
                .mapToDouble(each ->
                        Math.max(each.median(0).perSecond(), each.median(1).perSecond()))
                .max()
                .orElse(1);
        text(LEFT, 18, BOLD, title);
        y += 26;
        bar(LEFT, BAR, ONE);
        text(LEFT + 20, 13, "", one);
        bar(LEFT + 90, BAR, OTHER);
        text(LEFT + 110, 13, "", other);
        text(RATIOS, 13, BOLD + " " + TO_THE_LEFT, "ratio");
        var load = "";
        for (var each : measured) {
            if (!each.load().equals(load)) {
                load = each.load();
                y += 28;
                text(LEFT, 14, BOLD, load);
                y += 12;
            }
            pair(each);
        }
    }

    /** The whole picture, as well-formed XML. */
    String svg() {
        int height = y + 16;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="sans-serif" \
                fill="#1c2430">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %s</svg>
                """.formatted(WIDTH, height, WIDTH, height, shapes);
    }

    private void pair(ComparedRounds each) {
        y += BAR;
        text(BARS - 10, 12, TO_THE_LEFT, each.clients() == 1 ? "1 client" : each.clients() + " clients");
        text(RATIOS, 13, BOLD + " " + TO_THE_LEFT, ratio(each.ratio(1)));
        y -= BAR / 2;
        measuredBar(each.median(0), ONE);
        y += BAR;
        measuredBar(each.median(1), OTHER);
        y += BAR;
    }

    private static String ratio(RatioInterval interval) {
        return interval.isTold() ? "%.2f".formatted(interval.median()) : "-";
    }

    private void measuredBar(MeasuredRound round, String colour) {
        int length = (int) Math.round(MAX_LENGTH * round.perSecond() / max);
        bar(BARS, length, colour);
        text(BARS + length + 6, 11, "", "%,.0f".formatted(round.perSecond()));
    }

    private void bar(int x, int length, String colour) {
        shapes.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(x, y - BAR + 3, length, BAR - 1, colour));
    }

    private void text(int x, int size, String style, String text) {
        shapes.append(
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>%s</text>%n".formatted(x, y, size, style, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
