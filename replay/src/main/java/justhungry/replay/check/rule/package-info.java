/**
 * The ordering rules, known here a second time, so that nothing is shared with the back end: one
 * {@link justhungry.replay.check.rule.RequestRule} for each kind of request.
 *
 * <p>It belongs to the thread that calls. It may use {@code check.model}, the step of {@code check.engine}, the answers
 * of {@code check.history}, the records of the API for what was asked, and the JDK.
 */
@NullMarked
package justhungry.replay.check.rule;

import org.jspecify.annotations.NullMarked;
