package justhungry.benchmarks.bare;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of a message: its kind, the length of its reply, and padding up to the length of the product's message.
 * Replies are padding alone.
 */
public final class BareMessage {
    private static final int HEADER_BYTES = 1 + 3 * Integer.BYTES;

    private BareMessage() {}

    /**
     * Makes a message.
     *
     * @param update whether it is stored; otherwise it is only answered
     * @param sizes of the product's messages
     */
    public static byte[] of(boolean update, Sizes sizes) {
        var bytes = new byte[Math.max(HEADER_BYTES, sizes.request())];
        ByteBuffer.wrap(bytes)
                .put((byte) (update ? 1 : 0))
                .putInt(sizes.requestInBatch())
                .putInt(sizes.replyInBatch())
                .putInt(sizes.reply());
        return bytes;
    }

    static boolean isUpdate(byte[] message) {
        return message[0] == 1;
    }

    /** The message as a batch carries it: the parts that all messages of a batch share are sent once there. */
    static byte[] inBatch(byte[] message) {
        return Arrays.copyOf(
                message, Math.max(HEADER_BYTES, ByteBuffer.wrap(message).getInt(1)));
    }

    static byte[] replyInBatch(byte[] message) {
        return new byte[ByteBuffer.wrap(message).getInt(5)];
    }

    static byte[] reply(byte[] message) {
        return new byte[ByteBuffer.wrap(message).getInt(9)];
    }

    /**
     * The sizes of the product's messages for one kind of request, in bytes.
     *
     * @param request from client to front end
     * @param requestInBatch the bytes that one more request adds to a call from front end to primary
     * @param replyInBatch the bytes that one more reply adds to that call's result
     * @param reply from front end to client
     */
    public record Sizes(int request, int requestInBatch, int replyInBatch, int reply) {}
}
