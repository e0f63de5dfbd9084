package justhungry.api.shop;

import java.io.Serializable;
import java.util.UUID;
import justhungry.api.codec.Preconditions;

/**
 * The secret that lets one person alone see and cancel their own orders: 128 random bits. It is never
 * logged or shown; {@link #toString} hides it.
 *
 * @param secret the secret itself, for the one file that keeps it
 */
public record UserId(UUID secret) implements Serializable {
    public UserId {
        Preconditions.present("a user's secret", secret);
    }

    public UserId(long high, long low) {
        this(new UUID(high, low));
    }

    public static UserId of(UUID secret) {
        return new UserId(secret);
    }

    @Override
    public String toString() {
        return "UserId[hidden]";
    }
}
