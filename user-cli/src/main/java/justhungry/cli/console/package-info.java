/**
 * The console: a terminal with line editing and completion, or plain lines on a pipe, on a dumb terminal, or wherever
 * escape sequences are not wanted.
 *
 * <p>Owned by the thread that reads; other threads may only {@code say} something. It may use the JDK and JLine.
 */
@NullMarked
package justhungry.cli.console;

import org.jspecify.annotations.NullMarked;
