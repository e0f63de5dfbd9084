/**
 * The ordering state and the changes that make it: every back end applies the same changes, and gets the same state.
 *
 * <p>Deterministic: no thread, clock, chance or I/O. Owned by the back end's loop. It may use
 * {@code ordering.table} and the records of the API.
 */
@NullMarked
package justhungry.backend.ordering.state;

import org.jspecify.annotations.NullMarked;
