package justhungry.api.codec;

import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The codec for a record that only names and checks a value: one component without a {@link Tag}, which stands for it. */
final class WrapperCodec implements ValueCodec {
    private final ValueCodec codec;
    private final MethodHandle accessor;
    private final MethodHandle constructor;

    WrapperCodec(Class<?> type) {
        var component = type.getRecordComponents()[0];
        codec = ValueCodec.of(component.getType());
        accessor = RecordAccess.accessorOf(component);
        constructor = RecordAccess.constructorOf(type);
    }

    static boolean isWrapper(Class<?> type) {
        var components = type.getRecordComponents();
        return components.length == 1 && !components[0].isAnnotationPresent(Tag.class);
    }

    @Override
    public WireKind kind() {
        return codec.kind();
    }

    @Override
    public void write(Object value, WireWriter out) {
        codec.write(Objects.requireNonNull(RecordAccess.get(accessor, value)), out);
    }

    @Override
    public Object read(WireReader in) {
        return RecordAccess.make(constructor, new @Nullable Object[] {codec.read(in)});
    }
}
