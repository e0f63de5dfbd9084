/**
 * The records of membership: members, views, and the register that holds the current view.
 *
 * <p>Immutable, so no thread owns it. It may use the JDK and {@code api.codec}.
 */
@NullMarked
package justhungry.api.cluster;

import org.jspecify.annotations.NullMarked;
