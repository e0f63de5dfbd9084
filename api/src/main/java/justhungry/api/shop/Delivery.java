package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * A way of delivery that can be chosen, or that an order was placed with.
 *
 * @param code by which requests name it, like {@code SAME_DAY}
 * @param label a few words for people
 */
public record Delivery(
        @Tag(1) String code, @Tag(2) String label, @Tag(3) Money fee) implements Serializable {
    public Delivery {
        Preconditions.present("a delivery's fee", fee);
        code = requireCode(code);
        label = Preconditions.text("a delivery's label", label, Limits.NAME_CHARS);
    }

    /** Checks the form of a code. Whether there is such a delivery, only the catalogue can tell. */
    static String requireCode(String code) {
        Preconditions.text("a delivery's code", code, Limits.CODE_CHARS);
        Preconditions.require(
                isCode(code),
                "a delivery's code has upper-case letters, digits and _ only, like SAME_DAY: not '%s'",
                code);
        return code;
    }

    /** In a plain loop: the code of an order passes through here several times. */
    private static boolean isCode(String code) {
        for (int i = 0; i < code.length(); i++) {
            char each = code.charAt(i);
            boolean belongs = (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '_';
            if (!belongs) {
                return false;
            }
        }
        return true;
    }
}
