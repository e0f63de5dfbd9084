/**
 * The forwarding of requests: where they go at present, their batches to the primary, and what is sent again.
 *
 * <p>A client's RMI thread waits for its reply with a deadline; the threads "sender-N" carry requests. Each class says
 * what guards it. It may use the API and {@code platform.rmi}.
 */
@NullMarked
package justhungry.frontend.forwarding;

import org.jspecify.annotations.NullMarked;
