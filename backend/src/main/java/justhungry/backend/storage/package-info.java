/**
 * The data of a back end: the durable log, the state's tables, the highest epoch seen, and the identity. RocksDB or
 * memory.
 *
 * <p>Owned by the back end's loop, except for a snapshot, which the thread that sends it reads. It may use the
 * interfaces of replication and ordering.
 */
@NullMarked
package justhungry.backend.storage;

import org.jspecify.annotations.NullMarked;
