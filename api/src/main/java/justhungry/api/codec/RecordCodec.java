package justhungry.api.codec;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codec for the values of one type. A record is its components in their order, an enum its place among the constants, a
 * sealed interface the number of the record and the record. The bytes do not name the type: writer and reader know it.
 *
 * <p>{@code read} throws {@link IOException} when the bytes end too early, and {@link RuntimeException} when they are not
 * such a value; it makes every record by its constructor, which checks the limits.
 */
interface RecordCodec {
    /** The encodings that are known; at first those of the few JDK types that messages contain. */
    Map<Type, RecordCodec> KNOWN = new ConcurrentHashMap<>(Map.of(
            boolean.class,
            new OfJdkType((value, out) -> out.writeBoolean((Boolean) value), DataInputStream::readBoolean),
            int.class,
            new OfJdkType((value, out) -> out.writeInt((Integer) value), DataInputStream::readInt),
            long.class,
            new OfJdkType((value, out) -> out.writeLong((Long) value), DataInputStream::readLong),
            String.class,
            new OfJdkType((value, out) -> out.writeUTF((String) value), in -> in.readUTF()),
            UUID.class,
            new OfJdkType(RecordCodec::writeId, in -> new UUID(in.readLong(), in.readLong())),
            byte[].class,
            new OfJdkType(RecordCodec::writeBytes, RecordCodec::readBytes)));

    void write(Object value, DataOutputStream out) throws IOException;

    Object read(DataInputStream in) throws IOException;

    /** The encoding of a record, an enum, a sealed interface, or one of the few types of the JDK that are used. */
    static RecordCodec of(Type type) {
        var known = KNOWN.get(type);
        if (known == null) { // Not computeIfAbsent: a record's encoding asks for those of its components.
            known = made(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static RecordCodec made(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new OfList(of(list.getActualTypeArguments()[0]));
        }
        var kind = (Class<?>) type;
        if (kind.isRecord()) {
            return new OfRecord(kind);
        }
        if (kind.isSealed()) {
            return new OfSealed(records(kind).toList());
        }
        if (kind.isEnum()) {
            return new OfEnum(List.of(kind.getEnumConstants()));
        }
        throw new IllegalStateException("a message cannot contain a " + kind);
    }

    private static void writeId(Object value, DataOutputStream out) throws IOException {
        var id = (UUID) value;
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void writeBytes(Object value, DataOutputStream out) throws IOException {
        var bytes = (byte[]) value;
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        Preconditions.require(
                length >= 0 && length <= in.available(), "%d bytes announced, %d left", length, in.available());
        return in.readNBytes(length);
    }

    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isRecord()
                ? Stream.of(kind)
                : Stream.of(kind.getPermittedSubclasses()).flatMap(RecordCodec::records);
    }

    /** The encoding of a JDK type, as its streams write it. */
    record OfJdkType(ValueWriter writing, ValueReader reading) implements RecordCodec {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            writing.write(value, out);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return reading.read(in);
        }
    }

    /** A stream's method that writes a value. */
    interface ValueWriter {
        void write(Object value, DataOutputStream out) throws IOException;
    }

    /** A stream's method that reads a value. */
    interface ValueReader {
        Object read(DataInputStream in) throws IOException;
    }

    /** The encoding of an enum: one byte, as there are few constants. */
    record OfEnum(List<?> constants) implements RecordCodec {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            out.writeByte(constants.indexOf(value));
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return constants.get(in.readByte());
        }
    }

    /** The encoding of a list: its size and its elements. */
    record OfList(RecordCodec element) implements RecordCodec {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            var list = (List<?>) value;
            out.writeInt(list.size());
            for (var each : list) {
                element.write(each, out);
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            int size = in.readInt();
            // An element has at least one byte: a wrong size asks for no more memory than there are bytes.
            Preconditions.require(
                    size >= 0 && size <= in.available(),
                    "a list of %d elements, with %d bytes left",
                    size,
                    in.available());
            var list = new ArrayList<Object>(size);
            for (int i = 0; i < size; i++) {
                list.add(element.read(in));
            }
            return list;
        }
    }

    /** The encoding of a sealed interface: the number of the record's class, and the record. */
    record OfSealed(List<Class<?>> records) implements RecordCodec {
        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            out.writeByte(records.indexOf(value.getClass()));
            of(value.getClass()).write(value, out);
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            return of(records.get(in.readByte())).read(in);
        }
    }

    /** The encoding of a record: its components. */
    final class OfRecord implements RecordCodec {
        private final List<Component> components;
        private final Constructor<?> constructor;

        OfRecord(Class<?> type) {
            components =
                    Stream.of(type.getRecordComponents()).map(Component::of).toList();
            try {
                constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has this constructor", e);
            }
            constructor.setAccessible(true); // It is public; now that is not looked up again with each call.
        }

        @Override
        public void write(Object value, DataOutputStream out) throws IOException {
            for (var component : components) {
                component.writeOf(value, out);
            }
        }

        @Override
        public Object read(DataInputStream in) throws IOException {
            var values = new @Nullable Object[components.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = components.get(i).read(in);
            }
            return Objects.requireNonNull(call(() -> constructor.newInstance(values)));
        }
    }

    /** A component of a record; a nullable one is preceded by whether it is present. */
    record Component(Method accessor, RecordCodec encoding, boolean nullable) {
        static Component of(RecordComponent component) {
            AnnotatedType type = component.getAnnotatedType();
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Component(
                    accessor, RecordCodec.of(component.getGenericType()), type.isAnnotationPresent(Nullable.class));
        }

        void writeOf(Object owner, DataOutputStream out) throws IOException {
            var value = call(() -> accessor.invoke(owner));
            if (nullable) {
                out.writeBoolean(value != null);
            }
            if (value != null) {
                encoding.write(value, out);
            }
        }

        @Nullable
        Object read(DataInputStream in) throws IOException {
            return !nullable || in.readBoolean() ? encoding.read(in) : null;
        }
    }

    private static @Nullable Object call(Reflection call) {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be accessed", e);
        }
    }

    /** A reflective call of a constructor or an accessor. */
    interface Reflection {
        @Nullable
        Object make() throws ReflectiveOperationException;
    }
}
