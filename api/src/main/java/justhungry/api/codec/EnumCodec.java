package justhungry.api.codec;

import java.util.stream.Stream;

/** The codec for an enum: the constant's {@link Tag}. */
@SuppressWarnings("EnumOrdinal") // Within one run only, as an index.
final class EnumCodec implements ValueCodec {
    private final TagTable<Object> constants;
    private final int[] tags;

    EnumCodec(Class<?> type) {
        var all = type.getEnumConstants();
        constants = new TagTable<>(type.getSimpleName());
        tags = Stream.of(all).mapToInt(constant -> tagOf((Enum<?>) constant)).toArray();
        for (int i = 0; i < all.length; i++) {
            constants.put(tags[i], all[i]);
        }
    }

    @Override
    public WireKind kind() {
        return WireKind.VARINT;
    }

    @Override
    public void write(Object value, WireWriter out) {
        out.varint(tags[((Enum<?>) value).ordinal()]);
    }

    @Override
    public Object read(WireReader in) {
        return constants.known(in.intVarint());
    }

    private static int tagOf(Enum<?> constant) {
        try {
            return TagTable.tagOf(constant.getDeclaringClass().getField(constant.name()));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("every constant is a field", e);
        }
    }
}
