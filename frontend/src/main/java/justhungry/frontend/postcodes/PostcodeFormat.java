package justhungry.frontend.postcodes;

import java.util.Locale;
import java.util.regex.Pattern;

/** The format of a postcode, without knowledge of which ones exist. */
final class PostcodeFormat {
    /**
     * One or two letters, a digit, perhaps one more letter or digit; then a digit and two letters. The expressions that the
     * government and BS 7666 publish each get some real postcodes wrong.
     */
    private static final Pattern PATTERN = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");

    private PostcodeFormat() {}

    /** Neither case nor white space matters: {@code dh1 3le} and {@code DH13LE} are the same postcode. */
    static String normal(String postcode) {
        return postcode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static boolean matches(String postcode) {
        return PATTERN.matcher(normal(postcode)).matches();
    }
}
