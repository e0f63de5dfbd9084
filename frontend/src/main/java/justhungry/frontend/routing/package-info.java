/**
 * The front end's part of the protocol: whom to promote, when to suspect a primary, what may be sent again.
 *
 * <p>No thread, clock, I/O or RMI: time and what was heard are arguments, and what is to be done is the result. Each class
 * with state says who owns it. It may use the API only.
 */
@NullMarked
package justhungry.frontend.routing;

import org.jspecify.annotations.NullMarked;
