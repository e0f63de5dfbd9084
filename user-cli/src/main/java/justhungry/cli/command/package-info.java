/**
 * The command line: its commands, their options and help.
 *
 * <p>A command runs in the main thread, once. Its data goes to stdout, everything else to stderr. It may use the API and
 * all other packages of this module.
 */
@NullMarked
package justhungry.cli.command;

import org.jspecify.annotations.NullMarked;
