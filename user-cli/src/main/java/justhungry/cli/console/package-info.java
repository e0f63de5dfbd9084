/**
 * Where a conversation takes place: a terminal with line editing and completion, or plain lines on a pipe, a dumb
 * terminal, or wherever no escape byte is wanted.
 *
 * <p>Owned by the thread that converses; another one may only {@code say} something. It may use the JDK and JLine.
 */
@NullMarked
package justhungry.cli.console;

import org.jspecify.annotations.NullMarked;
