/**
 * The ordering rules: commands are decided against the state, and yield changes, which every back end applies alike.
 *
 * <p>Read {@link justhungry.backend.ordering.Ordering} first, then {@code Command} (decided), {@code Change} (applied),
 * {@code ShopState} (read and changed by both) and {@code AtMostOnce} (nothing is carried out twice).
 *
 * <p>Deterministic: no thread, clock, chance or I/O; the state lies in {@link justhungry.backend.ordering.table.StateTables},
 * which the storage implements. Owned by the back end's loop. It may use the api only.
 */
@NullMarked
package justhungry.backend.ordering;

import org.jspecify.annotations.NullMarked;
