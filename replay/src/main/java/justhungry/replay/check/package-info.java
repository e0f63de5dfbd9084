/**
 * The checker, which decides whether a single server could have given the responses of a history, in an order that
 * respects real time.
 *
 * <p>Read {@link justhungry.replay.check.Verification} first, then {@link justhungry.replay.check.model.ReferenceModel}
 * (the ordering rules, written a second time: nothing is shared with the back end),
 * {@link justhungry.replay.check.SequentialCheck} (the check of all responses),
 * {@link justhungry.replay.check.RealTimeCheck}, and {@link justhungry.replay.check.model.PossibleWorlds} (the possible effects of
 * requests of unknown outcome).
 *
 * <p>All of it runs in the calling thread, and nothing is kept between calls. It may use the API's records of requests,
 * the JDK, Gson, and its own packages {@code history} and {@code model}.
 */
@NullMarked
package justhungry.replay.check;

import org.jspecify.annotations.NullMarked;
