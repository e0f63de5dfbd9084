package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import justhungry.testing.MutatedBytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that are not a message, read through the filter: they give a message that keeps every rule, or an exception that
 * RMI answers with, and never an error that costs the process. {@code -Dfuzz.cases=N} takes more of them for each kind
 * of message, {@code -Dfuzz.seed=N} others.
 */
@Timeout(600)
class WireFuzzIT {
    private static final int CASES = Integer.getInteger("fuzz.cases", 200);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final RecordComponent[] NO_RECORD = {};

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @MethodSource("justhungry.api.codec.MessageExamples#all")
    void whenAnyByteIsNotWhatWasWritten_thenAMessageComesOrAnException(Serializable value) throws Exception {
        var bytes = written(value);
        int stride = Math.max(1, bytes.length / CASES);
        for (int at = random.nextInt(stride); at < bytes.length; at += stride) {
            var changed = bytes.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertReads(changed);
        }
    }

    @ParameterizedTest
    @MethodSource("justhungry.api.codec.MessageExamples#all")
    void whenBytesAreExchangedLeftOutOrRepeated_thenAMessageComesOrAnException(Serializable value) throws Exception {
        var bytes = written(value);
        for (int made = 0; made < CASES; made++) {
            assertReads(MutatedBytes.of(bytes, random));
        }
    }

    private static void assertReads(byte[] bytes) throws ReflectiveOperationException {
        @Nullable Object message;
        try {
            message = read(bytes);
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return; // RMI answers the call with that.
        } catch (VirtualMachineError | LinkageError e) {
            throw new AssertionError(hex(bytes), e);
        }
        if (message != null) { // A null is refused at once by the code that takes it.
            assertKeepsItsTypes(message, bytes);
        }
    }

    /** Deserialising fills a list with whatever the bytes say: only the record's constructor checks it. */
    private static void assertKeepsItsTypes(Object value, byte[] bytes) throws ReflectiveOperationException {
        for (var component : Objects.requireNonNullElse(value.getClass().getRecordComponents(), NO_RECORD)) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            var part = accessor.invoke(value);
            if (part == null) {
                assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .as(() -> component + " is null in " + hex(bytes))
                        .isTrue();
            } else if (part instanceof List<?> list
                    && component.getGenericType() instanceof ParameterizedType type
                    && type.getActualTypeArguments()[0] instanceof Class<?> element) {
                assertThat(list).as(() -> component + " in " + hex(bytes)).hasOnlyElementsOfType(element);
                for (var one : list) {
                    assertKeepsItsTypes(one, bytes);
                }
            } else {
                assertKeepsItsTypes(part, bytes);
            }
        }
    }

    private static byte[] written(Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static @Nullable Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(WireFilter.forExport());
            return in.readObject();
        }
    }

    private static String hex(byte[] bytes) {
        return "seed %d: %s".formatted(SEED, HexFormat.of().formatHex(bytes));
    }
}
