package justhungry.api.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number that stands for a component of a record, a record of a sealed type, or a constant of an enum, wherever it is
 * sent or stored. It is for ever: a name may change and a place may change, a number never does, and one that was retired
 * is never used again. The files {@code wire.lock} and {@code stored.lock} list all of them; tests compare.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Tag {
    /** 1 or more; up to 15, a component's number and kind take one byte. */
    int value();

    /** For an {@code int} or {@code long} whose bits are random: always 4 or 8 bytes, where a varint would take 5 or 10. */
    boolean fixed() default false;
}
