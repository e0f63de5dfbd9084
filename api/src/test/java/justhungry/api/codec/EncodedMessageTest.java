package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedMessageTest {
    private static final AppendResponse.Acknowledged MESSAGE = new AppendResponse.Acknowledged(7, 6);

    /** The message's own bytes: version, kind, length, and two numbers. After them comes one that ends the object. */
    private static final int BYTES = 2 + 2 + 2 * 2;

    private final byte[] written = written(MESSAGE);
    private final int start = written.length - 1 - BYTES;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        assertThat(read(written)).isEqualTo(MESSAGE);
        assertThat(written[written.length - 2]).isEqualTo((byte) 6); // The positions below are right.
    }

    @ParameterizedTest
    @MethodSource("justhungry.api.codec.MessageExamples#all")
    void everyMessageComesBack(Serializable message) throws Exception {
        assertThat(read(written(message))).usingRecursiveComparison().isEqualTo(message);
    }

    @Test
    void aMessageOfAnotherVersionIsRead() throws Exception {
        var newer = written.clone();
        newer[start + 1] = 99;

        assertThat(read(newer)).isEqualTo(MESSAGE);
    }

    @Test
    void theRefusalOfAnUnknownKindNamesTheVersionThatIsNeeded() {
        var newer = written.clone();
        newer[start + 1] = 7;
        newer[start + 2] = 15 << 3 | 2;

        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(
                        "replication message 15 is unknown: it was written in format 7, this version reads format 1;"
                                + " a newer version is needed");
    }

    @Test
    void aMessageWithoutVersionIsRefused() {
        assertRefused(start, 2 << 3, "version");
    }

    @Test
    void bytesThatEndTooEarlyAreRefused() {
        assertRefused(start - 1, BYTES - 1, "not a message");
    }

    @Test
    void bytesThatAreLeftOverAreRefused() {
        assertRefused(start + 3, 2, "too long");
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
    void bytesThatAreNotThereTakeNoMemory() {
        var append = written(MessageExamples.APPEND);
        int firstEntry = indexOf(append, new byte[] {3, 1, 2, 3});
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
