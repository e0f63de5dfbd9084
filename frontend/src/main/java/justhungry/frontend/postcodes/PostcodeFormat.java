package justhungry.frontend.postcodes;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The format of a postcode, without knowledge of which ones exist. */
final class PostcodeFormat {
    /**
     * One or two letters, a digit, perhaps one more letter or digit; then a digit and two letters. The expressions that the
     * government and BS 7666 publish each get some real postcodes wrong.
     */
    private static final Pattern PATTERN = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");

    private static final Pattern FIRST_HALF = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");

    /** Blanks, dashes, what is not seen, and the full stop or comma behind a postcode in a sentence. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}\\x{2212}]|[.,;]+$");

    /** The letters and digits that are taken for each other, at the place of the other. */
    private static final String CONFUSED = "OIL01";

    private static final String CONFUSED_WITH = "011OI";
    private static final int MAX_CHARS = 7;

    /** Codes of another format than the usual, and codes of the usual format that are no places here. */
    private static final List<KnownCodes> KNOWN = List.of(
            new KnownCodes("GIR0AA", "belonged to a bank and is no place to deliver to"),
            new KnownCodes("BFPO[0-9]{1,4}|BF1[0-9][A-Z]{2}", "is British Forces mail, which only the forces deliver"),
            overseas("ASCN1ZZ", "Ascension Island"),
            overseas("BBND1ZZ", "the British Indian Ocean Territory"),
            overseas("BIQQ1ZZ", "the British Antarctic Territory"),
            overseas("FIQQ1ZZ", "the Falkland Islands"),
            overseas("PCRN1ZZ", "the Pitcairn Islands"),
            overseas("SIQQ1ZZ", "South Georgia"),
            overseas("STHL1ZZ", "St Helena"),
            overseas("TDCU1ZZ", "Tristan da Cunha"),
            overseas("TKCA1ZZ", "the Turks and Caicos Islands"),
            overseas("GX111AA", "Gibraltar"),
            overseas("AI2640", "Anguilla"),
            overseas("KY[1-3][0-9]{4}", "the Cayman Islands"),
            overseas("MSR[0-9]{4}", "Montserrat"),
            overseas("VG1[0-9]{3}", "the British Virgin Islands"),
            overseas("(D6W|[A-Z][0-9]{2})(?![0-9][A-Z]{2}$)[A-Z0-9]{4}", "Ireland"),
            overseas("[0-9]{4,5}|[0-9]{9}", "another country"));

    private PostcodeFormat() {}

    /** Neither case nor blanks nor dashes matter: {@code dh1 3le}, {@code DH1-3LE} and {@code DH13LE} are the same postcode. */
    static String normal(String postcode) {
        var compatible = Normalizer.normalize(postcode, Form.NFKC);
        return BETWEEN.matcher(compatible.strip()).replaceAll("").toUpperCase(Locale.ROOT);
    }

    static boolean matches(String postcode) {
        return PATTERN.matcher(normal(postcode)).matches();
    }

    /** A postcode as it is written: in upper case, with a space before the last three characters. */
    static String written(String postcode) {
        var normal = normal(postcode);
        int second = Math.max(0, normal.length() - 3);
        return "%s %s"
                .formatted(normal.substring(0, second), normal.substring(second))
                .strip();
    }

    /** The words about a code that is known, and not one to deliver to. */
    static Optional<String> knownCode(String postcode) {
        var normal = normal(postcode);
        return KNOWN.stream()
                .filter(known -> known.codes().matcher(normal).matches())
                .findFirst()
                .map(known -> "%s %s; type the postcode of an address in the United Kingdom"
                        .formatted(postcode, known.words()));
    }

    /** The words about a text that has not the format of a postcode. */
    static String malformed(String postcode) {
        var normal = normal(postcode);
        if (FIRST_HALF.matcher(normal).matches()) {
            return "'%s' is only the first half of a postcode; write it like DH1 3LE".formatted(postcode);
        }
        var meant = meant(normal).map(code -> "did you mean %s?".formatted(written(code)));
        return "not a postcode: '%s'; %s".formatted(postcode, meant.orElse("write it like DH1 3LE"));
    }

    /** The nearest code of the right format when O and 0, or I and 1, were taken for each other, or l for 1. */
    private static Optional<String> meant(String normal) {
        if (normal.length() > MAX_CHARS) {
            return Optional.empty();
        }
        return IntStream.range(1, 1 << normal.length())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(places -> exchanged(normal, places))
                .filter(code -> PATTERN.matcher(code).matches())
                .findFirst();
    }

    private static String exchanged(String normal, int places) {
        var code = new StringBuilder(normal);
        for (int at = 0; at < code.length(); at++) {
            int confused = CONFUSED.indexOf(code.charAt(at));
            if (confused >= 0 && ((places >> at) & 1) == 1) {
                code.setCharAt(at, CONFUSED_WITH.charAt(confused));
            }
        }
        return code.toString();
    }

    private static KnownCodes overseas(String codes, String place) {
        return new KnownCodes(codes, "is a postcode of %s, and we do not deliver there".formatted(place));
    }

    /** Codes in their normal form, and the words about them. */
    private record KnownCodes(Pattern codes, String words) {
        KnownCodes(String codes, String words) {
            this(Pattern.compile(codes), words);
        }
    }
}
