package justhungry.replay.check.model;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** The fold by which the rules compare product names, known here a second time, as a chain of replacements. */
final class NameFold {
    private static final Pattern IGNORED = Pattern.compile(
            "[\\x{34f}\\x{61c}\\x{200c}-\\x{200f}\\x{fe00}-\\x{fe0f}\\x{e0020}-\\x{e007f}\\x{e0100}-\\x{e01ef}]");
    private static final Pattern APOSTROPHE = Pattern.compile("[\\x{2018}\\x{2019}\\x{201b}\\x{2bc}`]");
    private static final Pattern HYPHEN = Pattern.compile("[\\x{2010}-\\x{2015}\\x{2212}]");
    private static final Pattern DOTTED_I = Pattern.compile("i\\x{307}+");

    private NameFold() {}

    static String of(String name) {
        var seen = IGNORED.matcher(Normalizer.normalize(name, Form.NFKC)).replaceAll("");
        var marked = HYPHEN.matcher(APOSTROPHE.matcher(seen).replaceAll("'")).replaceAll("-");
        var capital = marked.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        var small = capital.toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return Normalizer.normalize(DOTTED_I.matcher(small).replaceAll("i"), Form.NFKC);
    }
}
