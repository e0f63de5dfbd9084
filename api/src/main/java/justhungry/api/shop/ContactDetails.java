package justhungry.api.shop;

import java.io.Serializable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.text.CleanText;

/**
 * The contact and delivery details of a customer. No field may be empty.
 *
 * @param phone as typed, like {@code +44 (20) 7946-0000}: at least {@value #MIN_PHONE_DIGITS} digits
 * @param postcode as typed; the front end checks whether it exists
 * @param address in one line: the lines of a longer one are joined by commas
 */
public record ContactDetails(
        @Tag(1) String firstName,
        @Tag(2) String lastName,
        @Tag(3) String phone,
        @Tag(4) String postcode,
        @Tag(5) String address)
        implements Serializable {
    private static final int MIN_PHONE_DIGITS = 5;

    /** The digits of the scripts in which people write phone numbers; not all of Unicode's, which grow with its versions. */
    private static final String DIGIT = "0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19";

    private static final Pattern PHONE = Pattern.compile(
            "[(\\uff08]?[+\\uff0b]?[%s ()./\\uff08\\uff09\\u2010-\\u2015\\u2212\\uff0d-]+( ?(ext\\.?|x|#) ?[%s]+)?"
                    .formatted(DIGIT, DIGIT));
    private static final Pattern NO_DIGIT = Pattern.compile("[^%s]+".formatted(DIGIT));
    private static final Pattern LINE_END = Pattern.compile("[\\n\\x0b\\f\\r\\u0085\\u2028\\u2029]");

    public ContactDetails {
        firstName = Preconditions.text("the first name", firstName, Limits.NAME_CHARS);
        lastName = Preconditions.text("the last name", lastName, Limits.NAME_CHARS);
        phone = Preconditions.text("the phone number", phone, Limits.PHONE_CHARS);
        requirePhone(phone);
        postcode = Preconditions.text("the postcode", postcode, Limits.POSTCODE_CHARS);
        address = Preconditions.text("the address", oneLine(address), Limits.ADDRESS_CHARS);
    }

    private static void requirePhone(String phone) {
        if (isPlainPhone(phone)) {
            return;
        }
        Preconditions.require(
                PHONE.matcher(phone).matches(),
                "a phone number has digits, with spaces, dots, slashes, hyphens or brackets between them; write it like"
                        + " 020 7946 0000 or +44 20 7946 0000");
        Preconditions.require(
                NO_DIGIT.matcher(phone).replaceAll("").length() >= MIN_PHONE_DIGITS,
                "a phone number has at least %d digits",
                MIN_PHONE_DIGITS);
    }

    /** Most numbers are, and the details are read for each order of a customer. */
    private static boolean isPlainPhone(String phone) {
        int digits = 0;
        for (int i = 0; i < phone.length(); i++) {
            char each = phone.charAt(i);
            if (each >= '0' && each <= '9') {
                digits++;
            } else if (each != ' ' && each != '-') {
                return false;
            }
        }
        return digits >= MIN_PHONE_DIGITS;
    }

    /** A pasted address has several lines, each perhaps with a comma at its end. */
    private static String oneLine(String address) {
        if (address.chars().allMatch(each -> each >= ' ' && each <= '~')) {
            return address;
        }
        var lines = LINE_END.split(address.replace('\t', ' '));
        return lines.length < 2
                ? String.join("", lines)
                : Stream.of(lines)
                        .map(line -> withoutEnd(CleanText.of("the address", line)))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ',' || line.charAt(end - 1) == ' ')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Hides everything: a person's details belong in no log. */
    @Override
    public String toString() {
        return "ContactDetails[hidden]";
    }
}
