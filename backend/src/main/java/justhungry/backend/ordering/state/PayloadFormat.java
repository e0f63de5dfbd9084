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
    /**
     * The version that is needed to read a payload, in words; empty when this one can. A payload of this version is not
     * judged when it is damaged.
     */
    public static Optional<String> neededVersion(byte[] payload) {
        try {
            EntryPayload.decode(payload);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            int version = WireFormat.decodePart(PayloadFormat.class, payload).version();
            return e instanceof NewerFormatException || version > WireFormat.VERSION
                    ? Optional.of(NewerFormatException.inWords(e.getMessage(), version))
                    : Optional.empty();
        }
    }
}
