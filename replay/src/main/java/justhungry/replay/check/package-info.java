/**
 * The checker, which decides whether a single server could have given the responses of a history, in an order that
 * respects real time.
 *
 * <p>{@link justhungry.replay.check.Verification} connects its three parts: {@code history} parses the file,
 * {@code engine} has the order, real time and the possible worlds and knows no rule, and {@code model} has the ordering
 * rules, written a second time: nothing is shared with the back end.
 *
 * <p>All of it runs in the calling thread, and nothing is kept between calls. It may use the JDK, Gson, and its own
 * packages.
 */
@NullMarked
package justhungry.replay.check;

import org.jspecify.annotations.NullMarked;
