package justhungry.api.codec;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Objects;

/** The codec for a field of a message, its number and kind included. */
interface FieldCodec {
    void writeField(Object value, WireWriter out);

    /** Reads the field after its key. */
    Object readField(int key, WireReader in);

    /** The codec for values of a type in the field that a component's {@link Tag} names. */
    static FieldCodec of(RecordComponent component, Type type) {
        var tag = Objects.requireNonNull(component.getAnnotation(Tag.class), component.getName());
        var codec = tag.fixed() ? Objects.requireNonNull(ValueCodec.FIXED.get(type)) : ValueCodec.of(type);
        return new TaggedField(component.getName(), codec.kind().key(tag.value()), codec);
    }

    /** A field that always has the same key. */
    record TaggedField(String name, int key, ValueCodec codec) implements FieldCodec {
        @Override
        public void writeField(Object value, WireWriter out) {
            codec.write(value, out);
            out.varint(key);
        }

        @Override
        public Object readField(int found, WireReader in) {
            Preconditions.require(found == key, "%s is encoded with key %d, not %d", name, found, key);
            return codec.read(in);
        }
    }
}
