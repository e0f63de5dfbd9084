package justhungry.replay.timeline;

import java.util.Locale;

/** A builder of an SVG picture. Coordinates are pixels. */
final class SvgBuilder {
    private final StringBuilder elements = new StringBuilder();

    SvgBuilder line(double x1, double y1, double x2, double y2, String style) {
        return element("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' class='%s'/>", x1, y1, x2, y2, style);
    }

    SvgBuilder rectangle(double x, double y, double width, double height, String style) {
        return element("<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' class='%s'/>", x, y, width, height, style);
    }

    /** @param points as {@code M 1 2 L 3 4}; nothing is drawn when there are none */
    SvgBuilder path(String points, String style) {
        return points.isEmpty() ? this : element("<path d='%s' class='%s'/>", points, style);
    }

    SvgBuilder text(double x, double y, String style, String words) {
        return element("<text x='%.1f' y='%.1f' class='%s'>%s</text>", x, y, style, escaped(words));
    }

    String document(int width, int height, String styles) {
        return """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'>
                <style>%s</style>
                <rect width='%d' height='%d' fill='#ffffff'/>
                %s</svg>
                """.formatted(width, height, width, height, styles, width, height, elements);
    }

    private SvgBuilder element(String form, Object... values) {
        elements.append(String.format(Locale.ROOT, form, values)).append('\n');
        return this;
    }

    static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
