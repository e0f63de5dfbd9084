package justhungry.api.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The fold by which names are compared: names that look the same, or differ in case only, have one fold. It is never shown,
 * and may be longer than the name. The fold of a fold is itself.
 *
 * <p>As Unicode's case folding of compatible forms (section 3.13, {@code NFKC_Casefold}), and also: the four letters i of
 * Turkish are one, and so are the apostrophes and the hyphens, which a keyboard and a menu write differently.
 */
public final class TextFold {
    private static final int DOT_ABOVE = 0x307;

    private TextFold() {}

    public static String of(String name) {
        if (isFolded(name)) {
            return name;
        }
        if (name.chars().allMatch(each -> each < 0x80)) {
            return lowerCase(name);
        }
        // Lower case first: the upper case of a capital sharp s is itself, that of a small one is SS.
        var lower = lowerCase(Normalizer.normalize(name, Form.NFKC));
        return Normalizer.normalize(lowerCase(lower.toUpperCase(Locale.ROOT)), Form.NFKC);
    }

    /** Most names are their own fold, and each request looks its own up. */
    private static boolean isFolded(String name) {
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (each >= 0x80 || each == '`' || (each >= 'A' && each <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Joiners, direction marks, variation selectors and tags: they shape what stands beside them. */
    static boolean isIgnored(int each) {
        return switch (each) {
            case 0x34f, 0x61c, 0x200c, 0x200d, 0x200e, 0x200f -> true;
            default ->
                (each >= 0xfe00 && each <= 0xfe0f)
                        || (each >= 0xe0020 && each <= 0xe007f)
                        || (each >= 0xe0100 && each <= 0xe01ef);
        };
    }

    /** Letter by letter: in lower case, a whole text has two letters for one capital, and one that depends on its place. */
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> !isIgnored(each))
                .map(TextFold::lowerCase)
                .forEach(each -> {
                    if (each != DOT_ABOVE || lower.length() == 0 || lower.charAt(lower.length() - 1) != 'i') {
                        lower.appendCodePoint(each);
                    }
                });
        return lower.toString();
    }

    private static int lowerCase(int each) {
        return switch (each) {
            case 0x2018, 0x2019, 0x201b, 0x2bc, 0x60 -> '\'';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            default -> Character.toLowerCase(each);
        };
    }
}
