/**
 * The encoding of messages: the values of records as bytes, their limits, and the checks that every record makes.
 *
 * <p>Immutable, so no thread owns it. It may use the JDK only.
 */
@NullMarked
package justhungry.api.codec;

import org.jspecify.annotations.NullMarked;
