package justhungry.cli.terminal;

import java.util.regex.Pattern;
import justhungry.api.shop.ContactDetails;

/** A field of the contact details, checked by the record's own rules as soon as it is typed. */
enum DetailsField {
    FIRST_NAME("First name") {
        @Override
        String of(ContactDetails d) {
            return d.firstName();
        }

        @Override
        ContactDetails in(ContactDetails d, String value) {
            return new ContactDetails(value, d.lastName(), d.phone(), d.postcode(), d.address());
        }
    },
    LAST_NAME("Last name") {
        @Override
        String of(ContactDetails d) {
            return d.lastName();
        }

        @Override
        ContactDetails in(ContactDetails d, String value) {
            return new ContactDetails(d.firstName(), value, d.phone(), d.postcode(), d.address());
        }
    },
    PHONE("Phone") {
        @Override
        String of(ContactDetails d) {
            return d.phone();
        }

        @Override
        ContactDetails in(ContactDetails d, String value) {
            return new ContactDetails(d.firstName(), d.lastName(), value, d.postcode(), d.address());
        }
    },
    POSTCODE("Postcode") {
        @Override
        String of(ContactDetails d) {
            return d.postcode();
        }

        @Override
        ContactDetails in(ContactDetails d, String value) {
            var changed = new ContactDetails(d.firstName(), d.lastName(), d.phone(), value, d.address());
            if (!LIKE_A_POSTCODE
                    .matcher(value.replaceAll("[^\\p{L}\\p{N}]", ""))
                    .matches()) {
                throw new IllegalArgumentException(
                        "a postcode ends with a digit and two letters; write it whole, like DH1 3LE");
            }
            return changed;
        }
    },
    ADDRESS("Address") {
        @Override
        String of(ContactDetails d) {
            return d.address();
        }

        @Override
        ContactDetails in(ContactDetails d, String value) {
            return new ContactDetails(d.firstName(), d.lastName(), d.phone(), d.postcode(), value);
        }
    };

    /** Placeholders for fields that are not typed yet; they are never sent. */
    static final ContactDetails NOTHING_TYPED = new ContactDetails("-", "-", "00000", "-", "-");

    /**
     * A digit and two letters at the end, or letters that are typed for digits: then the cluster knows what may have been
     * meant. So it does with codes of the forces and of other countries, which have many digits.
     */
    private static final Pattern LIKE_A_POSTCODE = Pattern.compile(
            "[\\p{L}\\p{N}]{2,}[\\p{N}OI][\\p{L}\\p{N}]{2}|BFPO.*|(.*\\p{N}){3,}.*", Pattern.CASE_INSENSITIVE);

    private final String label;

    DetailsField(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract String of(ContactDetails details);

    /**
     * The details with this field changed.
     *
     * @throws IllegalArgumentException when the value is refused; the message says why
     */
    abstract ContactDetails in(ContactDetails details, String value);
}
