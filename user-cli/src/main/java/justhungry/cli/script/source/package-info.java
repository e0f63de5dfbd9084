/**
 * Lines of a script as text: reads them from a file, one at a time, and reads the JSON of a line so that each part of it
 * still knows its place. What the keys mean is not known here.
 *
 * <p>No threads: everything belongs to the thread that made it. It may use the JDK, Gson's tree, and {@code cli.text}.
 */
@NullMarked
package justhungry.cli.script.source;

import org.jspecify.annotations.NullMarked;
