/**
 * The ordering terminal: a menu, a basket, and the questions between them.
 *
 * <p>To embed it, give an {@link justhungry.cli.terminal.OrderingTerminal} a console, a session, and the
 * extra commands of its menu. All of it runs in the thread that calls
 * {@link justhungry.cli.terminal.OrderingTerminal#run}. It may use the API, and the request, console and text packages.
 */
@NullMarked
package justhungry.cli.terminal;

import org.jspecify.annotations.NullMarked;
