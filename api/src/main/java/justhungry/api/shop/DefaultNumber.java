package justhungry.api.shop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a request's component, an {@code int} or {@link Money}, that whoever writes the request as JSON may leave out.
 * The wire format has no such values: what is sent is always complete.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultNumber {
    /** The number; of an amount, in pence. */
    int value();
}
