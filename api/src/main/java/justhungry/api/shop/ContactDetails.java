package justhungry.api.shop;

import java.io.Serializable;
import java.util.regex.Pattern;
import justhungry.api.codec.Check;
import justhungry.api.codec.Limits;

/**
 * The contact and delivery details of a customer. No field may be empty; white space around a field is dropped.
 *
 * @param phone digits and hyphens, with at least one digit
 * @param postcode as typed; the front end checks whether it exists
 */
public record ContactDetails(String firstName, String lastName, String phone, String postcode, String address)
        implements Serializable {
    private static final Pattern PHONE = Pattern.compile("[0-9-]*[0-9][0-9-]*");

    public ContactDetails {
        firstName = Check.text("the first name", firstName.strip(), Limits.NAME_CHARS);
        lastName = Check.text("the last name", lastName.strip(), Limits.NAME_CHARS);
        phone = Check.text("the phone number", phone.strip(), Limits.PHONE_CHARS);
        Check.require(PHONE.matcher(phone).matches(), "a phone number has digits and hyphens only");
        postcode = Check.text("the postcode", postcode.strip(), Limits.POSTCODE_CHARS);
        address = Check.text("the address", address.strip(), Limits.ADDRESS_CHARS);
    }

    /** Hides everything: a person's details belong in no log. */
    @Override
    public String toString() {
        return "ContactDetails[hidden]";
    }
}
