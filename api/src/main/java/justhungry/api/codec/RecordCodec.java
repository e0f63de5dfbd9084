package justhungry.api.codec;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The codec for a record: a message with a field for each component. A component that is missing is 0, {@code false}, an
 * empty list or, if it is nullable, {@code null}; any other is refused. What is 0, {@code false} or {@code null} is not
 * written.
 *
 * <p>A component of a sealed type that has no tag is a field with the tag of its record, protobuf's {@code oneof}: without
 * a message around it. Only for what is stored, because a message would skip a record that is new.
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
            var component = Component.of(parts[i], i);
            components[i] = component;
            component.tags().forEach(tag -> byTag.put(tag, component));
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
     * @param tags of its fields: one, or those of the records of its sealed type
     * @param codec of its field, or of each of a list
     * @param absent the value of a missing one; null for a nullable one, and for one that must be there
     */
    private record Component(
            String name,
            int place,
            List<Integer> tags,
            MethodHandle accessor,
            FieldCodec codec,
            boolean repeated,
            boolean nullable,
            @Nullable Object absent) {
        static Component of(RecordComponent component, int place) {
            var type = component.getGenericType();
            boolean repeated = component.getType() == List.class;
            var element = repeated ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
            boolean isChoice =
                    !component.isAnnotationPresent(Tag.class) && element instanceof Class<?> kind && kind.isSealed();
            return new Component(
                    component.getName(),
                    place,
                    isChoice ? tagsOf((Class<?>) element) : List.of(TagTable.tagOf(component)),
                    RecordAccess.accessorOf(component),
                    isChoice ? ChoiceCodec.ofSealed((Class<?>) element) : FieldCodec.of(component, element),
                    repeated,
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    repeated ? List.of() : absent(component.getType()));
        }

        private static List<Integer> tagsOf(Class<?> sealed) {
            return ChoiceCodec.records(sealed).map(TagTable::tagOf).toList();
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
                    codec.writeField(list.get(i), out);
                }
            } else if (value != null && !value.equals(absent)) {
                codec.writeField(value, out);
            }
        }

        @SuppressWarnings("unchecked")
        void read(@Nullable Object[] values, int key, WireReader in) {
            if (repeated) {
                var list = values[place] == null ? new ArrayList<Object>() : (List<Object>) values[place];
                Preconditions.require(
                        list.size() < Limits.LIST_ELEMENTS, "%s has more than %d elements", name, Limits.LIST_ELEMENTS);
                list.add(codec.readField(key, in));
                values[place] = list;
            } else {
                Preconditions.require(values[place] == null, "%s is there twice", name);
                values[place] = codec.readField(key, in);
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
