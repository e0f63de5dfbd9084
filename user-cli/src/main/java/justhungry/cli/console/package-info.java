/**
 * The console: a terminal with line editing and completion, or plain lines on a pipe, on a dumb terminal, or wherever
 * escape sequences are not wanted.
 *
 * <p>Owned by the thread that reads; other threads may only print. It may use {@code platform.process}, {@code platform.text}
 * and JLine.
 */
@NullMarked
package justhungry.cli.console;

import org.jspecify.annotations.NullMarked;
