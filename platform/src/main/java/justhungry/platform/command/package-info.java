/**
 * The command of a server process: its command line, its help, and what it says when it cannot start.
 *
 * <p>No thread of its own; a {@code main} calls it. It may use {@code platform.process}.
 */
@NullMarked
package justhungry.platform.command;

import org.jspecify.annotations.NullMarked;
