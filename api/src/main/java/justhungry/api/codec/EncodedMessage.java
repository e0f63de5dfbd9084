package justhungry.api.codec;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

/**
 * The form in which the messages of an order travel: their values alone, in the {@link WireFormat}. Java's own form would
 * describe a dozen classes with each call, which costs more than all other work for a request. Field 1 is the sender's
 * {@link WireFormat#VERSION}, the number of the second field is the {@link Tag} of the message's class. They are written as
 * raw bytes: even an array would be described. Each conversation has a subclass, which is serializable and lists its kinds;
 * so only that class is described.
 */
public abstract class EncodedMessage {
    private static final int VERSION_TAG = 1;

    /** Twice the largest entry, and as long as the serial filter lets an array be: it does not see raw bytes. */
    static final int MAX_BYTES = 2 * Limits.ENTRY_BYTES;

    private byte[] bytes;

    /** For deserialising alone: {@link #readBytes} follows. */
    protected EncodedMessage() {
        bytes = new byte[0];
    }

    protected EncodedMessage(Kinds kinds, Record message) {
        var out = new WireWriter();
        kinds.codec.writeField(message, out);
        out.varint(WireFormat.VERSION);
        out.varint(WireKind.VARINT.key(VERSION_TAG));
        bytes = out.toBytes();
    }

    public final void writeBytes(ObjectOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** It takes memory for the bytes that come, whatever the length says, and for no more than {@link #MAX_BYTES}. */
    public final void readBytes(ObjectInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new InvalidObjectException(
                    "the message has %d bytes; at most %d are allowed".formatted(length, MAX_BYTES));
        }
        bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new InvalidObjectException(
                    "the message ends after %d of its %d bytes".formatted(bytes.length, length));
        }
    }

    /** The message; its constructors have checked every value. */
    public final Object message(Kinds kinds) throws InvalidObjectException {
        long version = 0;
        try {
            var in = new WireReader(bytes, UnknownFields.SKIPPED);
            int key = in.key();
            Preconditions.require(key == WireKind.VARINT.key(VERSION_TAG), "its version is missing");
            version = in.varint();
            var message = kinds.codec.readField(in.key(), in);
            Preconditions.require(!in.hasMore(), "it is too long");
            return message;
        } catch (RuntimeException e) {
            boolean isNewer = e instanceof NewerFormatException || version > WireFormat.VERSION;
            throw refused(
                    isNewer
                            ? NewerFormatException.inWords(e.getMessage(), version)
                            : "not a message: " + e.getMessage(),
                    e);
        }
    }

    private static InvalidObjectException refused(String why, RuntimeException cause) {
        var invalid = new InvalidObjectException(why);
        invalid.initCause(cause);
        return invalid;
    }

    /** The kinds of message of one conversation. */
    public static final class Kinds {
        private final ChoiceCodec codec;

        public Kinds(String conversation, List<Class<?>> records) {
            codec = new ChoiceCodec(conversation, records);
        }
    }
}
