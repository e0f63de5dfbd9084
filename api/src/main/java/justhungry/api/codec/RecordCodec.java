package justhungry.api.codec;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The codec for a record: a message with a field for each component. A component that is missing is 0, {@code false}, an
 * empty list or, if it is nullable, {@code null}; any other is refused. What is 0, {@code false} or {@code null} is not
 * written.
 */
final class RecordCodec implements ValueCodec {
    private final String name;
    private final Component[] components;
    private final TagTable<Component> byTag;
    private final MethodHandle constructor;

    RecordCodec(Class<?> type) {
        var parts = type.getRecordComponents();
        name = type.getSimpleName();
        components = new Component[parts.length];
        byTag = new TagTable<>(name);
        for (int i = 0; i < parts.length; i++) {
            int tag = TagTable.tagOf(parts[i]);
            components[i] = Component.of(parts[i], i);
            byTag.put(tag, components[i]);
        }
        constructor = RecordAccess.constructorOf(type);
    }

    @Override
    public WireKind kind() {
        return WireKind.LENGTH;
    }

    @Override
    public void write(Object value, WireWriter out) {
        int after = out.size();
        writeFields(value, out);
        out.varint(out.size() - after);
    }

    @Override
    public Object read(WireReader in) {
        int outerEnd = in.enter();
        var value = readFields(in);
        in.leave(outerEnd);
        return value;
    }

    /** Writes the record without its length; the last component first, so that it becomes the last field. */
    void writeFields(Object value, WireWriter out) {
        for (int i = components.length - 1; i >= 0; i--) {
            components[i].write(value, out);
        }
    }

    /** Reads all fields that there are. */
    Object readFields(WireReader in) {
        var values = new @Nullable Object[components.length];
        while (in.hasMore()) {
            int key = in.key();
            var component = byTag.find(WireKind.tagOf(key));
            if (component == null) {
                in.unknownField(name, key);
            } else {
                component.read(values, key, in);
            }
        }
        for (var component : components) {
            component.complete(values, name);
        }
        return RecordAccess.make(constructor, values);
    }

    /**
     * A component of a record.
     *
     * @param place among the components
     * @param key of its field
     * @param codec of its value, or of each element of a list
     * @param absent the value of a missing one; null for a nullable one, and for one that must be there
     */
    private record Component(
            String name,
            int place,
            int key,
            MethodHandle accessor,
            ValueCodec codec,
            boolean repeated,
            boolean nullable,
            @Nullable Object absent) {
        static Component of(RecordComponent component, int place) {
            var type = component.getGenericType();
            boolean repeated = component.getType() == List.class;
            var tag = Objects.requireNonNull(component.getAnnotation(Tag.class), component.getName());
            var codec = codec(repeated ? ((ParameterizedType) type).getActualTypeArguments()[0] : type, tag);
            return new Component(
                    component.getName(),
                    place,
                    codec.kind().key(tag.value()),
                    RecordAccess.accessorOf(component),
                    codec,
                    repeated,
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    repeated ? List.of() : absent(component.getType()));
        }

        private static ValueCodec codec(Type type, Tag tag) {
            return tag.fixed() ? Objects.requireNonNull(FIXED.get(type)) : ValueCodec.of(type);
        }

        private static @Nullable Object absent(Class<?> type) {
            if (type == boolean.class) {
                return false;
            }
            if (type == int.class) {
                return 0;
            }
            return type == long.class ? 0L : null;
        }

        void write(Object owner, WireWriter out) {
            var value = RecordAccess.get(accessor, owner);
            if (repeated) {
                var list = (List<?>) Objects.requireNonNull(value);
                for (int i = list.size() - 1; i >= 0; i--) {
                    writeField(list.get(i), out);
                }
            } else if (value != null && !value.equals(absent)) {
                writeField(value, out);
            }
        }

        private void writeField(Object value, WireWriter out) {
            codec.write(value, out);
            out.varint(key);
        }

        @SuppressWarnings("unchecked")
        void read(@Nullable Object[] values, int foundKey, WireReader in) {
            Preconditions.require(foundKey == key, "%s is of another kind: %d", name, foundKey);
            if (repeated) {
                var list = values[place] == null ? new ArrayList<Object>() : (List<Object>) values[place];
                list.add(codec.read(in));
                values[place] = list;
            } else {
                Preconditions.require(values[place] == null, "%s is there twice", name);
                values[place] = codec.read(in);
            }
        }

        void complete(@Nullable Object[] values, String owner) {
            if (values[place] == null) {
                Preconditions.require(nullable || absent != null, "%s has no %s", owner, name);
                values[place] = absent;
            }
        }
    }
}
