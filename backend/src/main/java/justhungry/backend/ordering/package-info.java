/**
 * The ordering rules: commands are decided against the state, and give changes, which every back end applies alike.
 *
 * <p>Deterministic: no thread, clock, chance or I/O; the state lies in {@link justhungry.backend.ordering.Tables}, which
 * the storage implements. Owned by the back end's loop thread. It may use the api only.
 */
@NullMarked
package justhungry.backend.ordering;

import org.jspecify.annotations.NullMarked;
