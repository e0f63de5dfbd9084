/**
 * The front end as a process: RMI, threads, the heartbeat, wiring and {@code Main}.
 *
 * <p>The thread "failover" owns the failover state and executes its effects, so it alone decides the route; the
 * threads "sender-N" carry requests along it; "directory" renews the lease; "control-N" make the calls that may block for
 * long. A client's RMI thread waits for its reply with a deadline. It may use everything of the front end, and the API.
 */
@NullMarked
package justhungry.frontend.server;

import org.jspecify.annotations.NullMarked;
