/**
 * The state of the single server: what is certain in {@link justhungry.replay.check.model.ModelState}, what is assumed
 * of updates of unknown outcome in {@link justhungry.replay.check.model.AssumedEffects}, and the answers that show it.
 *
 * <p>It belongs to the thread that calls. It may use the answers of {@code check.history}, the values of the API for what
 * was ordered, and the JDK.
 */
@NullMarked
package justhungry.replay.check.model;

import org.jspecify.annotations.NullMarked;
