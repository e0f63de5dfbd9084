package justhungry.api.client;

import java.io.Serializable;
import java.util.UUID;

/** The id of one run of a client program: 128 random bits. With a sequence number it makes a {@link RequestId}. */
public record ClientId(long high, long low) implements Serializable {
    public static ClientId of(UUID id) {
        return new ClientId(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
