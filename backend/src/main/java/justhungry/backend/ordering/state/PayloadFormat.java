package justhungry.backend.ordering.state;

import java.util.Optional;
import justhungry.api.codec.NewerFormatException;
import justhungry.api.codec.Tag;
import justhungry.api.codec.WireFormat;

/**
 * The part of a payload that every version can read.
 *
 * @param version the {@link WireFormat#VERSION} of the primary that decided it
 */
public record PayloadFormat(@Tag(1) int version) {
    /** Why this version cannot read a payload, and the one that is needed, in words; empty when this one can. */
    public static Optional<String> neededVersion(byte[] payload) {
        try {
            EntryPayload.decode(payload);
            return Optional.empty();
        } catch (RuntimeException e) {
            int version = versionOf(payload);
            return Optional.of(
                    version > WireFormat.VERSION
                            ? NewerFormatException.inWords(e.getMessage(), version)
                            : "%s: it cannot be read; it is damaged or from a different build"
                                    .formatted(e.getMessage()));
        }
    }

    /** The version that a payload names; 0 when not even that can be read. */
    private static int versionOf(byte[] payload) {
        try {
            return WireFormat.decodePart(PayloadFormat.class, payload).version();
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
