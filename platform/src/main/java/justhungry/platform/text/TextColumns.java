package justhungry.platform.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * Text fitted into the columns of a terminal: a letter with its marks is one wide, an ideograph or an emoji two, with all
 * that is joined to it.
 */
public final class TextColumns {
    private TextColumns() {}

    /** The columns that a text takes. */
    public static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at += WCWidth.charCountForGraphemeCluster(text, at)) {
            width += widthAt(text, at);
        }
        return width;
    }

    /**
     * Breaks a text between words, so that no line is wider than the width unless one word is. Each line is indented as
     * the text is.
     */
    public static List<String> wrap(String text, int width) {
        var words = text.stripLeading();
        var indentation = text.substring(0, text.length() - words.length());
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indentation);
        int columns = indentation.length();
        for (var word : words.split(" ", -1)) {
            int more = width(word);
            if (line.length() > indentation.length()) {
                if (columns + 1 + more > width) {
                    lines.add(line.toString());
                    line.setLength(indentation.length());
                    columns = indentation.length();
                } else {
                    line.append(' ');
                    columns++;
                }
            }
            line.append(word);
            columns += more;
        }
        lines.add(line.toString());
        return lines;
    }

    /** The text at exactly this width, cut with an ellipsis when it is wider. */
    public static String left(String text, int width) {
        var cut = width(text) > width ? beginning(text, width - 1) + "…" : text;
        return cut + " ".repeat(Math.max(0, width - width(cut)));
    }

    public static String right(Object value, int width) {
        var text = value.toString();
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    public static int widest(List<?> values) {
        return values.stream().mapToInt(value -> width(value.toString())).max().orElse(0);
    }

    /** As much of the beginning as fits; no character is cut from what is joined to it. */
    private static String beginning(String text, int width) {
        int at = 0;
        int columns = 0;
        while (at < text.length() && columns + widthAt(text, at) <= width) {
            columns += widthAt(text, at);
            at += WCWidth.charCountForGraphemeCluster(text, at);
        }
        return text.substring(0, at);
    }

    /** A control character has none; it is not printed. */
    private static int widthAt(String text, int at) {
        return Math.max(0, WCWidth.wcwidthForGraphemeCluster(text, at));
    }
}
