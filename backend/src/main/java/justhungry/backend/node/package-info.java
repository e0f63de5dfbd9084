/**
 * A back end without threads, clock and RMI: replication, ordering and a store put together. The simulation runs it as it is.
 *
 * <p>Owned by one thread at a time: in a process by whoever has the turn of its {@code EventLoop}. It may use everything
 * else of the back end, but not {@code backend.server}.
 */
@NullMarked
package justhungry.backend.node;

import org.jspecify.annotations.NullMarked;
