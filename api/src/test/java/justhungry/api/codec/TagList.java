package justhungry.api.codec;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.Remote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of all tags of some classes, a line {@code OWNER.TAG=MEANING} each: the components of records, the records of
 * sealed types and of messages, the constants of enums. What travels in Java's own form has its names as tags,
 * beside its numbers if it has both.
 */
public final class TagList {
    private final Collection<Class<?>> classes;
    private final List<String> lines = new ArrayList<>();
    private final Set<Class<?>> travellers = new HashSet<>();

    private TagList(Collection<Class<?>> classes) {
        this.classes = classes;
    }

    public static List<String> of(Collection<Class<?>> classes) {
        var list = new TagList(classes);
        classes.forEach(list::add);
        classes.forEach(list::addTravellers);
        return list.lines.stream()
                .sorted(Comparator.comparing(TagList::sortKey))
                .toList();
    }

    /** The tags of all classes that were compiled together with this one. */
    public static List<String> ofModuleOf(Class<?> one) {
        var root =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var files = Files.walk(root)) {
            return of(files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> load(name, one.getClassLoader()))
                    .collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        try {
            var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Class<?> type) {
        if (type.isRecord()) {
            addComponents(type);
            if (type.isAnnotationPresent(Tag.class)) {
                add(owner(type), TagTable.tagOf(type), text(type));
            }
        } else if (type.isEnum()) {
            addConstants(type);
        }
    }

    private void addComponents(Class<?> type) {
        var components = type.getRecordComponents();
        for (var component : components) {
            if (component.isAnnotationPresent(Tag.class)) {
                add(type.getSimpleName(), TagTable.tagOf(component), component.getName() + ":" + typeOf(component));
            } else if (isTagged(type)) {
                add(type.getSimpleName(), component.getName(), typeOf(component));
                addChoice(type, component);
            } else if (isByName(type)) {
                addName(type, component);
            }
        }
    }

    /** The records of a choice without a tag: they share the numbers of the record around it. */
    private void addChoice(Class<?> type, RecordComponent component) {
        classesIn(component.getGenericType())
                .filter(Class::isSealed)
                .flatMap(ChoiceCodec::records)
                .forEach(record -> add(type.getSimpleName(), TagTable.tagOf(record), text(record)));
    }

    private void addName(Class<?> type, RecordComponent component) {
        add(type.getSimpleName(), component.getName(), typeOf(component));
        addNames(component.getType());
    }

    /** The names of what has numbers, and is also sent in Java's own form: in a remote call, or a part of what has none. */
    private void addTravellers(Class<?> type) {
        if (type.isInterface() && Remote.class.isAssignableFrom(type)) {
            for (var method : type.getDeclaredMethods()) {
                Stream.of(method.getGenericParameterTypes()).forEach(this::addTravellersIn);
                addTravellersIn(method.getGenericReturnType());
            }
        } else if (isByName(type)) {
            Stream.of(type.getRecordComponents()).forEach(part -> addTravellersIn(part.getGenericType()));
        }
    }

    private void addTravellersIn(Type type) {
        classesIn(type)
                .filter(kind -> classes.contains(kind) && !isMessage(kind) && travellers.add(kind))
                .forEach(this::addTraveller);
    }

    private void addTraveller(Class<?> kind) {
        if (kind.isSealed()) {
            Stream.of(kind.getPermittedSubclasses()).forEach(this::addTravellersIn);
        } else if (kind.isRecord()) {
            for (var component : kind.getRecordComponents()) {
                if (!isByName(kind)) { // Else it is listed anyway.
                    addName(kind, component);
                }
                addTravellersIn(component.getGenericType());
            }
        }
    }

    private static boolean isTagged(Class<?> record) {
        return Stream.of(record.getRecordComponents()).anyMatch(part -> part.isAnnotationPresent(Tag.class));
    }

    /** Whether it is sent in Java's own form alone, if at all. */
    private static boolean isByName(Class<?> type) {
        return type.isRecord() && !isTagged(type) && Serializable.class.isAssignableFrom(type) && !isWrapper(type);
    }

    /** A class, or a generic one with its arguments. */
    private static Stream<Class<?>> classesIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(Stream.of(generic.getRawType()), Stream.of(generic.getActualTypeArguments()))
                    .flatMap(TagList::classesIn);
        }
        return type instanceof Class<?> kind ? Stream.of(kind) : Stream.empty();
    }

    /** The constants of an enum that travels by their names. */
    private void addNames(Class<?> type) {
        if (type.isEnum()) {
            Stream.of(type.getEnumConstants())
                    .forEach(constant -> add(type.getSimpleName(), constant, constant.toString()));
        }
    }

    private void addConstants(Class<?> type) {
        for (var constant : type.getEnumConstants()) {
            var name = ((Enum<?>) constant).name();
            try {
                var field = type.getField(name);
                if (field.isAnnotationPresent(Tag.class)) {
                    add(type.getSimpleName(), TagTable.tagOf(field), name);
                }
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("every constant is a field", e);
            }
        }
    }

    private void add(String owner, Object tag, String meaning) {
        lines.add("%s.%s=%s".formatted(owner, tag, meaning));
    }

    /** The conversation that a message is sent in, or the sealed type that a record belongs to. */
    private String owner(Class<?> record) {
        return isMessage(record)
                ? classes.stream()
                        .filter(type -> type.getSuperclass() == EncodedMessage.class)
                        .filter(type -> type.getPackage().equals(record.getPackage()))
                        .map(Class::getSimpleName)
                        .findFirst()
                        .orElseThrow()
                : sealedAbove(record).getSimpleName();
    }

    private static boolean isMessage(Class<?> record) {
        return Stream.of(record.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("writeReplace"));
    }

    private static Class<?> sealedAbove(Class<?> type) {
        for (var above : type.getInterfaces()) {
            if (above.isSealed()) {
                return sealedAbove(above);
            }
        }
        return type;
    }

    private static String typeOf(RecordComponent component) {
        var tag = component.getAnnotation(Tag.class);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return (tag != null && tag.fixed() ? "fixed " : "") + text(component.getGenericType()) + (nullable ? "?" : "");
    }

    private static String text(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments())
                    .map(TagList::text)
                    .collect(Collectors.joining(", ", text(generic.getRawType()) + "<", ">"));
        }
        var kind = (Class<?>) type;
        return isWrapper(kind)
                ? "%s(%s)".formatted(kind.getSimpleName(), text(kind.getRecordComponents()[0].getGenericType()))
                : kind.getSimpleName();
    }

    private static boolean isWrapper(Class<?> type) {
        return type.isRecord() && WrapperCodec.isWrapper(type) && type.getRecordComponents()[0].getType() != List.class;
    }

    /** By owner, then by number. */
    private static String sortKey(String line) {
        int dot = line.indexOf('.');
        int equals = line.indexOf('=');
        var tag = line.substring(dot + 1, equals);
        return line.substring(0, dot + 1) + (tag.matches("\\d+") ? "%3s".formatted(tag) : tag);
    }
}
