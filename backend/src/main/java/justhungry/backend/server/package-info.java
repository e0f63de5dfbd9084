/**
 * A back end as a process: RMI, threads, wiring, {@code Main}.
 *
 * <p>One thread at a time owns the {@link justhungry.backend.node.BackendNode}, and with it replication, ordering and storage:
 * the thread {@code loop}, or another that has the turn of the {@link EventLoop}. RMI's threads run their events or hand them
 * over, and wait for the answer with a deadline; a thread for each other back end makes the calls to it; two more call the
 * name server. It may use everything else of the back end.
 */
@NullMarked
package justhungry.backend.server;

import org.jspecify.annotations.NullMarked;
