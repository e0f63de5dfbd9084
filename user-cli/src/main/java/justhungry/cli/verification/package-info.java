/**
 * The checker: whether the responses of a history are what one server alone would have said, in an order that respects
 * real time.
 *
 * <p>Read {@link justhungry.cli.verification.Verification} first, then {@code SingleServer} (the ordering rules, known
 * here a second time: nothing is shared with the back end), {@code Examination} (the walk through the turns),
 * {@code RealTime}, and {@code Worlds} (what requests with an unknown outcome may have done).
 *
 * <p>All of it runs in the thread that calls, and nothing is kept between calls. It may use the records of the API for what
 * was asked, the JDK, Gson, and the text package.
 */
@NullMarked
package justhungry.cli.verification;

import org.jspecify.annotations.NullMarked;
