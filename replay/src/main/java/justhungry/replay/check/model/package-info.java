/**
 * The reference model: the ordering rules, known here a second time, so that nothing is shared with the back end.
 *
 * <p>It belongs to the thread that calls. It may use {@code check.history}, the records of the API for what was asked, the
 * JDK, and Gson.
 */
@NullMarked
package justhungry.replay.check.model;

import org.jspecify.annotations.NullMarked;
