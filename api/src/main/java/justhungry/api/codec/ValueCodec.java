package justhungry.api.codec;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The codec for the values of one type: a record, a sealed interface, an enum, or one of the few JDK types that are used.
 *
 * <p>{@code read} throws {@link RuntimeException} when the bytes are not such a value, {@link NewerFormatException} when a
 * newer version wrote them. It makes every record by its constructor, which checks the limits.
 */
interface ValueCodec {
    /** The codecs that are known; at first those of the JDK types. */
    Map<Type, ValueCodec> KNOWN = new ConcurrentHashMap<>(Map.of(
            boolean.class,
            new OfJdkType(WireKind.VARINT, (value, out) -> out.varint((Boolean) value ? 1 : 0), in -> in.varint() != 0),
            int.class,
            new OfJdkType(WireKind.VARINT, (value, out) -> out.varint((Integer) value), WireReader::intVarint),
            long.class,
            new OfJdkType(WireKind.VARINT, (value, out) -> out.varint((Long) value), WireReader::varint),
            String.class,
            new OfJdkType(WireKind.LENGTH, (value, out) -> out.text((String) value), WireReader::text),
            Instant.class,
            new OfJdkType(
                    WireKind.VARINT,
                    (value, out) -> out.varint(((Instant) value).toEpochMilli()),
                    in -> Instant.ofEpochMilli(in.varint())),
            UUID.class,
            new OfJdkType(WireKind.LENGTH, (value, out) -> out.bytes(bytesOf((UUID) value)), in -> idOf(in.bytes())),
            byte[].class,
            new OfJdkType(WireKind.LENGTH, (value, out) -> out.bytes((byte[]) value), WireReader::bytes)));

    /** The codecs for numbers whose bits are random. */
    Map<Type, ValueCodec> FIXED = Map.of(
            int.class,
            new OfJdkType(WireKind.FIXED32, (value, out) -> out.fixed((Integer) value, Integer.BYTES), in ->
                    (int) in.fixed(Integer.BYTES)),
            long.class,
            new OfJdkType(
                    WireKind.FIXED64, (value, out) -> out.fixed((Long) value, Long.BYTES), in -> in.fixed(Long.BYTES)));

    WireKind kind();

    /** Writes a value, with its length if its kind has one. */
    void write(Object value, WireWriter out);

    Object read(WireReader in);

    static ValueCodec of(Type type) {
        var known = KNOWN.get(type);
        if (known == null) { // Not computeIfAbsent: a record's codec asks for those of its components.
            known = made(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static ValueCodec made(Type type) {
        if (type instanceof Class<?> kind) {
            if (kind.isRecord()) {
                return WrapperCodec.isWrapper(kind) ? new WrapperCodec(kind) : new RecordCodec(kind);
            }
            if (kind.isSealed()) {
                return ChoiceCodec.ofSealed(kind);
            }
            if (kind.isEnum()) {
                return new EnumCodec(kind);
            }
        }
        throw new IllegalStateException("a message cannot contain a " + type);
    }

    private static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID idOf(byte[] bytes) {
        Preconditions.require(bytes.length == 2 * Long.BYTES, "an id must have 16 bytes, but has %d", bytes.length);
        var id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong());
    }

    /** The codec for a JDK type. */
    record OfJdkType(WireKind kind, BiConsumer<Object, WireWriter> writing, Function<WireReader, Object> reading)
            implements ValueCodec {
        @Override
        public void write(Object value, WireWriter out) {
            writing.accept(value, out);
        }

        @Override
        public Object read(WireReader in) {
            return reading.apply(in);
        }
    }
}
