/**
 * The program that people order with; its {@link justhungry.cli.Main} wires the rest together.
 *
 * <p>The main thread runs everything. It may use all packages of this module.
 */
@NullMarked
package justhungry.cli;

import org.jspecify.annotations.NullMarked;
