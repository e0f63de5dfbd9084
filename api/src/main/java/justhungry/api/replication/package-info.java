/**
 * The conversation of back ends: appends, snapshots, and the control and the status of a back end.
 *
 * <p>Immutable, so no thread owns it. It may use the JDK, and of the API {@code cluster} and {@code codec}.
 */
@NullMarked
package justhungry.api.replication;

import org.jspecify.annotations.NullMarked;
