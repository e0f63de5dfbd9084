/**
 * The lines of a script as text: reads them from a file, one at a time, and parses the JSON of a line so that each part
 * keeps its position. The meaning of the keys is not known here.
 *
 * <p>No threads: everything belongs to the thread that created it. It may use the JDK, Gson's tree, and {@code
 * platform.text}.
 */
@NullMarked
package justhungry.replay.script.source;

import org.jspecify.annotations.NullMarked;
