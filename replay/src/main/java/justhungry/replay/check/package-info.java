/**
 * The checker, which decides whether a single server could have given the responses of a history, in an order that
 * respects real time.
 *
 * <p>{@link justhungry.replay.check.Verification} connects its parts: {@code history} parses the file, {@code engine} has
 * the order, real time and the possible worlds and knows no rule, {@code rule} has the ordering rules, written a second
 * time (nothing is shared with the back end), and {@code model} the state that they decide on. Here they become one
 * {@link justhungry.replay.check.engine.Model}, which also says what a wrong answer shows.
 *
 * <p>All of it runs in the calling thread, and nothing is kept between calls. It may use the records of the API for what
 * was asked, the JDK, Gson, and its own packages.
 */
@NullMarked
package justhungry.replay.check;

import org.jspecify.annotations.NullMarked;
