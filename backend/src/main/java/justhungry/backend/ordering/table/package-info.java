/**
 * The tables that hold the ordering state: keys, rows and their bytes, in memory, and staged for a batch.
 *
 * <p>Deterministic: no thread, clock, chance or I/O. Owned by the back end's loop. The storage implements the
 * tables. It may use the records of the API.
 */
@NullMarked
package justhungry.backend.ordering.table;

import org.jspecify.annotations.NullMarked;
