package justhungry.backend.ordering.state;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The first 128 bits of a SHA-256 hash: two contents with the same digest are taken to be equal. */
public record ContentDigest(UUID bits) {
    ContentDigest(long high, long low) {
        this(new UUID(high, low));
    }

    public static ContentDigest of(byte[] content) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new ContentDigest(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 32 bits in hexadecimal: enough to tell users apart, too few to find the secret id. */
    String shortForm() {
        return "%08x".formatted(bits.getMostSignificantBits() >>> Integer.SIZE);
    }
}
