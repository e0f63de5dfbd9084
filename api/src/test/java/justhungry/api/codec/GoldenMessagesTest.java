package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.shop.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages as they travel, in the words of every version until now. */
class GoldenMessagesTest {
    private static final GoldenBytes GOLDEN = new GoldenBytes("wire");

    @Test
    void messagesAreWrittenAsEver_andComeBack() throws IOException, ClassNotFoundException {
        var now = new LinkedHashMap<String, byte[]>();
        examples().forEach((name, message) -> now.put(name, written(message)));

        GOLDEN.check(now);

        var golden = GOLDEN.ofVersion(WireFormat.VERSION);
        for (var example : examples().entrySet()) {
            assertThat(read(Objects.requireNonNull(golden.get(example.getKey()), example.getKey())))
                    .as(example.getKey())
                    .usingRecursiveComparison()
                    .isEqualTo(example.getValue());
        }
    }

    /** A part that was skipped, or read as another, would be missing when the message is written again. */
    @ParameterizedTest(name = "format {0}: {1}", allowZeroInvocations = true)
    @MethodSource("ofEveryVersion")
    void theBytesOfEveryVersionAreRead_andNothingIsLost(int version, String name, byte[] golden)
            throws IOException, ClassNotFoundException {
        var message = read(golden);

        assertThat(message.getClass().getSimpleName()).isEqualTo(name.replaceFirst("/.*", ""));
        if (isEncoded(message)) {
            assertThat(written(message)).matches(again -> sameButForVersion(again, golden));
        }
    }

    static Stream<Arguments> ofEveryVersion() {
        return GOLDEN.ofEveryVersion();
    }

    private static Map<String, Serializable> examples() {
        var named = new LinkedHashMap<String, Serializable>();
        for (var message : MessageExamples.all()) {
            if (message instanceof Response) {
                continue; // It only travels within a reply.
            }
            var name = name(message);
            var unused = name;
            for (int number = 2; named.containsKey(unused); number++) {
                unused = "%s/%d".formatted(name, number);
            }
            named.put(unused, message);
        }
        return named;
    }

    private static String name(Serializable message) {
        var name = message.getClass().getSimpleName();
        if (message instanceof Envelope envelope) {
            return "%s/%s".formatted(name, envelope.request().getClass().getSimpleName());
        }
        return message instanceof Reply.Answered answered
                ? "%s/%s".formatted(name, answered.response().getClass().getSimpleName())
                : name;
    }

    /** Whether two texts are the same but for the number of the version, which is one byte. */
    private static boolean sameButForVersion(byte[] one, byte[] other) {
        return one.length == other.length
                && IntStream.range(0, one.length)
                                .filter(i -> one[i] != other[i])
                                .count()
                        <= 1;
    }

    private static boolean isEncoded(Object message) {
        return Stream.of(message.getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("writeReplace"));
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
