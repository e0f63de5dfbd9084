package justhungry.api.client;

import java.io.Serializable;
import java.util.UUID;
import justhungry.api.codec.Preconditions;

/** The id of one run of a client program: 128 random bits. With a sequence number it makes a {@link RequestId}. */
public record ClientId(UUID id) implements Serializable {
    public ClientId {
        Preconditions.present("a client's id", id);
    }

    public ClientId(long high, long low) {
        this(new UUID(high, low));
    }

    public static ClientId of(UUID id) {
        return new ClientId(id);
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
}
