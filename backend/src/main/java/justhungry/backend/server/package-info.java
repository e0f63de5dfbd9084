/**
 * A back end as a process: RMI, threads, wiring, {@code Main}.
 *
 * <p>The thread {@code loop} owns the {@link justhungry.backend.node.BackendNode}, and with it replication, ordering and
 * storage. RMI's threads hand events over and wait for the answer with a deadline; a thread for each other back end
 * makes the calls to it; two more call the name server. It may use everything else of the back end.
 */
@NullMarked
package justhungry.backend.server;

import org.jspecify.annotations.NullMarked;
