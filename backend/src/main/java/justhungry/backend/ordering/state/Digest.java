package justhungry.backend.ordering.state;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;

/** The first 128 bits of a SHA-256 hash: two contents with the same digest are taken to be equal. */
public record Digest(long high, long low) {
    public static Digest of(byte[] content) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new Digest(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 32 bits in hexadecimal: enough to tell users apart, too few to find the secret id. */
    String shortForm() {
        return "%08x".formatted(high >>> Integer.SIZE);
    }

    void writeTo(Encoder out) {
        out.bits(high).bits(low);
    }

    static Digest readFrom(Decoder in) {
        return new Digest(in.bits(), in.bits());
    }
}
