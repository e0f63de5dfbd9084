package justhungry.api.shop;

import java.io.Serializable;
import java.util.regex.Pattern;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * The contact and delivery details of a customer. No field may be empty; white space around a field is dropped.
 *
 * @param phone digits and hyphens, with at least one digit
 * @param postcode as typed; the front end checks whether it exists
 */
public record ContactDetails(
        @Tag(1) String firstName,
        @Tag(2) String lastName,
        @Tag(3) String phone,
        @Tag(4) String postcode,
        @Tag(5) String address)
        implements Serializable {
    private static final Pattern PHONE = Pattern.compile("[0-9-]*[0-9][0-9-]*");

    public ContactDetails {
        firstName = Preconditions.text("the first name", firstName.strip(), Limits.NAME_CHARS);
        lastName = Preconditions.text("the last name", lastName.strip(), Limits.NAME_CHARS);
        phone = Preconditions.text("the phone number", phone.strip(), Limits.PHONE_CHARS);
        Preconditions.require(PHONE.matcher(phone).matches(), "a phone number has digits and hyphens only");
        postcode = Preconditions.text("the postcode", postcode.strip(), Limits.POSTCODE_CHARS);
        address = Preconditions.text("the address", address.strip(), Limits.ADDRESS_CHARS);
    }

    /** Hides everything: a person's details belong in no log. */
    @Override
    public String toString() {
        return "ContactDetails[hidden]";
    }
}
