/**
 * A history as the checker reads it: its lines, and for each request what was asked, what was answered, and when.
 *
 * <p>It belongs to the thread that calls. It may use the records of the API for what was asked, the JDK, and Gson.
 */
@NullMarked
package justhungry.replay.check.history;

import org.jspecify.annotations.NullMarked;
