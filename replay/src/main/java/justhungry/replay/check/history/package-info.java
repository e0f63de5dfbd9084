/**
 * A history as the checker reads it: its lines, and for each request what was asked, what was answered, and when. A
 * line is parsed into records; no other package of the checker knows its JSON.
 *
 * <p>It belongs to the thread that calls. It may use the records of the API for what was asked, the types of
 * {@code check.engine} for what happened when, the JDK, and Gson.
 */
@NullMarked
package justhungry.replay.check.history;

import org.jspecify.annotations.NullMarked;
