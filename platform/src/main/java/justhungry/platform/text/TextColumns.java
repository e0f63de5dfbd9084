package justhungry.platform.text;

import java.util.ArrayList;
import java.util.List;

/** Text fitted into columns. Each character counts as one column. */
public final class TextColumns {
    private TextColumns() {}

    /**
     * Breaks a text between words, so that no line is longer than the width unless one word is. Each line is indented as
     * the text is.
     */
    public static List<String> wrap(String text, int width) {
        var words = text.stripLeading();
        var indentation = text.substring(0, text.length() - words.length());
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indentation);
        for (var word : words.split(" ", -1)) {
            if (line.length() > indentation.length()) {
                if (line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(indentation.length());
                } else {
                    line.append(' ');
                }
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text at exactly this width, cut with an ellipsis when it is longer. */
    public static String left(String text, int width) {
        var cut = text.length() > width ? text.substring(0, Math.max(0, width - 1)) + "…" : text;
        return cut + " ".repeat(width - cut.length());
    }

    public static String right(Object value, int width) {
        var text = value.toString();
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    public static int widest(List<?> values) {
        return values.stream()
                .mapToInt(value -> value.toString().length())
                .max()
                .orElse(0);
    }
}
