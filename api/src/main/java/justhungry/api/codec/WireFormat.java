package justhungry.api.codec;

/**
 * The one encoding of what is sent and what is stored: protobuf's wire format (protobuf.dev, "Encoding"), made from the
 * records' own components and their {@linkplain Tag tags}. A record is a message, a sealed type a message with one of
 * several fields, a list a repeated field, an enum a number.
 *
 * <p>Old and new versions read each other. A component that is missing is empty; a record or constant that is new is
 * refused. A field that is new is skipped in a message ({@link EncodedMessage}), and refused in what is stored (here):
 * skipped, it would be lost on one back end and not on another.
 */
public final class WireFormat {
    /** The number of the set of tags that this version knows. A release that adds a tag raises it. */
    public static final int VERSION = 1;

    private static final ClassValue<RecordCodec> CODECS = new ClassValue<>() {
        @Override
        protected RecordCodec computeValue(Class<?> record) {
            return (RecordCodec) ValueCodec.of(record);
        }
    };

    private WireFormat() {}

    public static byte[] encode(Record value) {
        var out = new WireWriter();
        CODECS.get(value.getClass()).writeFields(value, out);
        return out.toBytes();
    }

    /**
     * Reads a record that {@link #encode} wrote, in any version.
     *
     * @throws NewerFormatException when it has something that this version does not know
     * @throws IllegalArgumentException when the bytes are not such a record, or beyond a limit
     */
    public static <T extends Record> T decode(Class<T> type, byte[] bytes) {
        return type.cast(CODECS.get(type).readFields(new WireReader(bytes, UnknownFields.REFUSED)));
    }

    /**
     * As {@link #decode}, but it reads only the fields that the record has: a part of what was written.
     *
     * @throws IllegalArgumentException when the bytes are not a record, or beyond a limit
     */
    public static <T extends Record> T decodePart(Class<T> type, byte[] bytes) {
        return type.cast(CODECS.get(type).readFields(new WireReader(bytes, UnknownFields.SKIPPED)));
    }
}
