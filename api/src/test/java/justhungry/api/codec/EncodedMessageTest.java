package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import org.junit.jupiter.api.Test;

class EncodedMessageTest {
    private static final AppendResponse.Acknowledged MESSAGE = new AppendResponse.Acknowledged(7, 6);

    /** The message's own bytes: version, kind, and two numbers. After them comes one that ends the object. */
    private static final int BYTES = 2 + 2 * Long.BYTES;

    private final byte[] written = written(MESSAGE);
    private final int start = written.length - 1 - BYTES;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        assertThat(read(written)).isEqualTo(MESSAGE);
        assertThat(written[written.length - 2]).isEqualTo((byte) 6); // The positions below are right.
    }

    @Test
    void anotherVersionIsRefused() {
        assertRefused(start, 1, "version");
    }

    @Test
    void anUnknownKindIsRefused() {
        assertRefused(start + 1, 99, "kind");
        assertRefused(start + 1, -1, "kind");
    }

    @Test
    void bytesThatEndTooEarlyAreRefused() {
        assertRefused(start - 1, BYTES - 1, "not a message");
    }

    @Test
    void bytesThatAreLeftOverAreRefused() {
        var reply = written(new Reply.NotPrimary(View.NONE));
        int kind = indexOf(reply, new byte[] {2, 5, 0, 0, 0, 0}) + 1;
        reply[kind] = 1; // As a batch of no requests.

        assertThatThrownBy(() -> read(reply))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("too many");
    }

    @Test
    void aLengthThatIsNotThereTakesNoMemory_andALargerOneThanMessagesHaveIsRefused() {
        assertRefused(start - 3, 0x40, "the message ends after"); // Within the limit, were there so many.
        assertRefused(start - 4, 0x7f, "at most");
        assertRefused(start - 4, 0x80, "at most");
    }

    @Test
    void aMessageThatIsTooLongIsRefused_evenWhenItsBytesAreThere() {
        var append = new Append(
                MessageExamples.SERVER1,
                4,
                10,
                3,
                List.of(new byte[EncodedMessage.MAX_BYTES / 2], new byte[EncodedMessage.MAX_BYTES / 2]),
                9,
                8);

        assertThatThrownBy(() -> read(written(append)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void aListOfBytesThatAreNotThereTakesNoMemory() {
        var append = written(MessageExamples.APPEND);
        int firstEntry = indexOf(append, new byte[] {0, 0, 0, 3, 1, 2, 3});
        append[firstEntry] = 0x7f;

        assertThatThrownBy(() -> read(append)).isInstanceOf(InvalidObjectException.class);
    }

    private void assertRefused(int place, int value, String why) {
        var damaged = written.clone();
        damaged[place] = (byte) value;
        assertThatThrownBy(() -> read(damaged))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining(why);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalStateException("not found");
    }

    private static byte[] written(Object message) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
