/**
 * The front end's part of the protocol: suspicion of a primary, the search for the next one, promotion.
 *
 * <p>No thread, clock, I/O or RMI: time and answers are arguments, and the decision is the result. Each class
 * with state says who owns it. It may use the API only.
 */
@NullMarked
package justhungry.frontend.failover;

import org.jspecify.annotations.NullMarked;
