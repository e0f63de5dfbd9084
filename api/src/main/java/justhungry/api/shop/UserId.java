package justhungry.api.shop;

import java.io.Serializable;
import java.util.UUID;

/**
 * The secret that lets one person alone see and cancel their own orders: 128 random bits. It is never
 * logged or shown; {@link #toString} hides it.
 */
public record UserId(long high, long low) implements Serializable {
    public static UserId of(UUID secret) {
        return new UserId(secret.getMostSignificantBits(), secret.getLeastSignificantBits());
    }

    /** The secret itself, for the one file that keeps it. */
    public UUID secret() {
        return new UUID(high, low);
    }

    @Override
    public String toString() {
        return "UserId[hidden]";
    }
}
