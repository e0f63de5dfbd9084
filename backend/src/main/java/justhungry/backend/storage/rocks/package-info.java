/**
 * The store on disk: RocksDB, the identity file beside it, and the checks that they belong together.
 *
 * <p>Owned by the back end's loop, but for a snapshot, which the thread that sends it reads. It may use
 * {@code backend.storage}, what that may use, and of {@code api.codec} the number of the format.
 */
@NullMarked
package justhungry.backend.storage.rocks;

import org.jspecify.annotations.NullMarked;
