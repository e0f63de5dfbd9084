package justhungry.client.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import justhungry.api.shop.DefaultNumber;
import justhungry.api.shop.Money;
import org.jspecify.annotations.Nullable;

/** The form of a record: an object of its components, followed by what is derived from them. */
final class RecordForm implements JsonForm {
    private final List<Component> components;
    private final Constructor<?> constructor;
    private final BiConsumer<Object, JsonObject> derived;

    RecordForm(Class<?> type, BiConsumer<Object, JsonObject> derived) {
        var parts = type.getRecordComponents();
        this.components = IntStream.range(0, parts.length)
                .mapToObj(place -> Component.of(parts[place], place))
                .sorted(Comparator.comparing(Component::nullable)) // stable: absent ones stand last
                .toList();
        this.derived = derived;
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    /** A component of a record, with its place in the constructor. */
    private record Component(
            String name,
            int place,
            Method accessor,
            JsonForm form,
            boolean nullable,
            @Nullable Object whenAbsent) {
        static Component of(RecordComponent component, int place) {
            return new Component(
                    component.getName(),
                    place,
                    component.getAccessor(),
                    JsonForms.of(component.getGenericType()),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    whenAbsent(component));
        }

        private static @Nullable Object whenAbsent(RecordComponent component) {
            var number = component.getAnnotation(DefaultNumber.class);
            if (number == null) {
                return null;
            }
            return component.getType() == Money.class ? new Money(number.value()) : (Object) number.value();
        }

        Operation.Presence presence() {
            return nullable || whenAbsent != null ? Operation.Presence.OPTIONAL : Operation.Presence.REQUIRED;
        }

        void writeOf(Object owner, JsonObject members) {
            var value = call(() -> accessor.invoke(owner));
            if (value != null) {
                form.addTo(members, name, value);
            }
        }

        @Nullable
        Object read(JsonObject members) {
            return presence() == Operation.Presence.OPTIONAL && !members.has(name)
                    ? whenAbsent
                    : form.readFrom(members, name);
        }
    }

    @Override
    public JsonElement write(Object value) {
        return members(value);
    }

    JsonObject members(Object value) {
        var members = new JsonObject();
        components.forEach(component -> component.writeOf(value, members));
        derived.accept(value, members);
        return members;
    }

    @Override
    public void addTo(JsonObject members, String name, Object value) {
        members(value).entrySet().forEach(member -> members.add(member.getKey(), member.getValue()));
    }

    @Override
    public Object readFrom(JsonObject members, String name) {
        return read(members);
    }

    Object read(JsonObject members) {
        var values = new @Nullable Object[components.size()];
        components.forEach(component -> values[component.place()] = component.read(members));
        try {
            return make(values);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(culprit(values), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Stream<Operation.Argument> arguments(String name, Operation.Presence presence) {
        return components.stream()
                .flatMap(component -> component.form().arguments(component.name(), component.presence()));
    }

    @Override
    public Object sample() {
        return make(samples());
    }

    /** The path of the component that is not valid even beside valid ones; empty when they do not fit together. */
    private List<String> culprit(@Nullable Object[] values) {
        return components.stream()
                .filter(component -> !isValidAlone(component, values))
                .map(Component::name)
                .limit(1)
                .toList();
    }

    private boolean isValidAlone(Component component, @Nullable Object[] values) {
        var others = samples();
        others[component.place()] = values[component.place()];
        try {
            make(others);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable Object[] samples() {
        var samples = new @Nullable Object[components.size()];
        components.forEach(
                component -> samples[component.place()] = component.form().sample());
        return samples;
    }

    private Object make(@Nullable Object[] values) {
        return Objects.requireNonNull(call(() -> constructor.newInstance(values)));
    }

    private static @Nullable Object call(ReflectiveCall call) {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be accessed", e);
        }
    }

    /** A call of a constructor or an accessor. */
    private interface ReflectiveCall {
        @Nullable
        Object make() throws ReflectiveOperationException;
    }
}
