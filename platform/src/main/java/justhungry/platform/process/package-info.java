/**
 * The parts that processes of every role share as programs: exit codes, the log's format, the data directory and its lock.
 *
 * <p>No thread of its own; a {@code main} calls it, from its own thread, while it starts. It may use the JDK only.
 */
@NullMarked
package justhungry.platform.process;

import org.jspecify.annotations.NullMarked;
