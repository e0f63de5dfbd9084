package justhungry.api.codec;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A table from tags to what they stand for within one type. */
final class TagTable<T> {
    private final String owner;
    private @Nullable Object[] byTag = {};

    TagTable(String owner) {
        this.owner = owner;
    }

    /** The tag of an element that must have one. */
    static int tagOf(AnnotatedElement element) {
        var tag = element.getAnnotation(Tag.class);
        if (tag == null || tag.value() < 1) {
            throw new IllegalStateException("%s needs a @Tag of 1 or more".formatted(element));
        }
        return tag.value();
    }

    void put(int tag, T value) {
        if (find(tag) != null) {
            throw new IllegalStateException("%s has the tag %d twice".formatted(owner, tag));
        }
        byTag = Arrays.copyOf(byTag, Math.max(byTag.length, tag + 1));
        byTag[tag] = value;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T find(int tag) {
        return tag >= 0 && tag < byTag.length ? (T) byTag[tag] : null;
    }

    /**
     * As {@link #find}, for what cannot be skipped.
     *
     * @throws NewerFormatException when there is none
     */
    T known(int tag) {
        var value = find(tag);
        if (value == null) {
            throw new NewerFormatException("%s %d is unknown".formatted(owner, tag));
        }
        return value;
    }
}
