package justhungry.api.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

/**
 * The form in which the messages of an order travel: their values alone. Java's own form would describe a dozen classes with
 * each call, which costs more than all other work for a request. The bytes are the version, the number of the message's class
 * among the kinds of its conversation, and its {@link RecordCodec}. They are written as raw bytes: even an array would be
 * described. Each conversation has a subclass, which is serializable and lists its kinds; so only that class is described.
 */
public abstract class EncodedMessage {
    private static final int VERSION = 2;
    private static final int INITIAL_BYTES = 128;

    /** Twice the largest entry, and as long as the serial filter lets an array be: it does not see raw bytes. */
    static final int MAX_BYTES = 2 * Limits.ENTRY_BYTES;

    private byte[] bytes;

    /** For deserialising alone: {@link #readBytes} follows. */
    protected EncodedMessage() {
        bytes = new byte[0];
    }

    public EncodedMessage(List<Class<?>> kinds, Record message) {
        var written = new ByteArrayOutputStream(INITIAL_BYTES);
        try (var out = new DataOutputStream(written)) {
            out.writeByte(VERSION);
            out.writeByte(kinds.indexOf(message.getClass()));
            RecordCodec.of(message.getClass()).write(message, out);
        } catch (IOException e) {
            throw new IllegalStateException("a message cannot be encoded: " + message.getClass(), e);
        }
        bytes = written.toByteArray();
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
    public final Object message(List<Class<?>> kinds) throws InvalidObjectException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            Preconditions.require(
                    version == VERSION, "the message has version %d; this program reads version %d", version, VERSION);
            int kind = in.readByte();
            Preconditions.require(kind >= 0 && kind < kinds.size(), "unknown message kind %d", kind);
            var message = RecordCodec.of(kinds.get(kind)).read(in);
            Preconditions.require(in.available() == 0, "bytes too many: %d", in.available());
            return message;
        } catch (IOException | RuntimeException e) {
            var invalid = new InvalidObjectException("not a message: " + e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }
}
