package justhungry.api.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The form in which every text is sent and kept: composed (Unicode's NFC), with single spaces inside and none around it, and
 * without the characters that only mark where a line may break or which way it runs. A text in this form stays as it is.
 *
 * <p>The sets of characters are written out: what one back end accepts, another must read, and their versions of Java may
 * know different versions of Unicode.
 */
public final class CleanText {
    private static final int REPLACEMENT = 0xfffd;

    private CleanText() {}

    /**
     * The text in that form.
     *
     * @param what the name of the text in messages
     * @throws IllegalArgumentException when it has a control character (none reaches a terminal), half a character (none can
     *     be written), or one that stands for what could not be read
     */
    public static String of(String what, String text) {
        if (isPlain(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(each -> append(what, each, kept));
        int end = kept.length();
        if (end > 0 && kept.charAt(end - 1) == ' ') {
            kept.setLength(end - 1);
        }
        return Normalizer.normalize(kept, Form.NFC);
    }

    /** Whether a person sees nothing of a text in this form. */
    public static boolean isInvisible(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isUnseen(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Most texts are in the form already, and every text of every message and row passes through here. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each > '~' || (each == ' ' && before == ' ')) {
                return false;
            }
            before = each;
        }
        return text.isEmpty() || before != ' ';
    }

    private static void append(String what, int each, StringBuilder kept) {
        if (isBlank(each)) {
            if (kept.length() > 0 && kept.charAt(kept.length() - 1) != ' ') {
                kept.append(' ');
            }
        } else if (!isDropped(each)) {
            refuseUnwritable(what, each);
            kept.appendCodePoint(each);
        }
    }

    private static void refuseUnwritable(String what, int each) {
        if (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException(
                    "%s has half a character: a surrogate without its other half".formatted(what));
        }
        if (each == REPLACEMENT) {
            throw new IllegalArgumentException(
                    "%s has a character that could not be read (U+FFFD): use UTF-8".formatted(what));
        }
        if (Character.isISOControl(each) || each == 0x2028 || each == 0x2029 || isNoCharacter(each)) {
            throw new IllegalArgumentException("%s has a control character: %s".formatted(what, name(each)));
        }
    }

    private static String name(int each) {
        var name = isNoCharacter(each) ? "not a character" : String.valueOf(Character.getName(each));
        return "U+%04X (%s)".formatted(each, name.toLowerCase(Locale.ROOT));
    }

    private static boolean isNoCharacter(int each) {
        return (each & 0xfffe) == 0xfffe || (each >= 0xfdd0 && each <= 0xfdef);
    }

    /** The space separators; line ends and tabs are control characters. */
    private static boolean isBlank(int each) {
        return switch (each) {
            case ' ', 0xa0, 0x1680, 0x202f, 0x205f, 0x3000 -> true;
            default -> each >= 0x2000 && each <= 0x200a;
        };
    }

    /**
     * Soft hyphens, spaces without a width (a byte order mark is one), embeddings and overrides of the direction, which come
     * along with pasted text, and other formatting without a glyph.
     */
    private static boolean isDropped(int each) {
        return switch (each) {
            case 0xad, 0x180e, 0x200b, 0xfeff, 0xe0001 -> true;
            default ->
                (each >= 0x202a && each <= 0x202e)
                        || (each >= 0x2060 && each <= 0x206f)
                        || (each >= 0xfff9 && each <= 0xfffb);
        };
    }

    /** Blanks, what joins and directs letters or selects their shape, and letters that are drawn as a blank. */
    private static boolean isUnseen(int each) {
        return switch (each) {
            case ' ', 0x115f, 0x1160, 0x2800, 0x3164, 0xffa0 -> true;
            default -> TextFold.isIgnored(each);
        };
    }
}
