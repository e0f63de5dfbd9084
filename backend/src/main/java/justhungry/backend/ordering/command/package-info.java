/**
 * The commands: each is decided against the state, and gives a refusal, or a result and its changes.
 *
 * <p>Deterministic: no thread, clock, chance or I/O. Deciding touches nothing. It may use {@code ordering.state},
 * {@code ordering.table} and the records of the API.
 */
@NullMarked
package justhungry.backend.ordering.command;

import org.jspecify.annotations.NullMarked;
