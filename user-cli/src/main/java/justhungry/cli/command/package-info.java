/**
 * The command line: its commands, their options and help.
 *
 * <p>A command runs in the main thread, once. Its data goes to stdout, everything else to stderr. It may use the terminal,
 * the console and the texts of this module, and the libraries below the command line.
 */
@NullMarked
package justhungry.cli.command;

import org.jspecify.annotations.NullMarked;
