/**
 * The commands that drive a whole cluster on this machine: {@code up}, {@code down}, {@code status},
 * {@code wait-ready}, {@code logs}, {@code kill}, {@code pause}, {@code resume}, {@code restart}, {@code force-primary} and
 * {@code rebuild-register}.
 *
 * <p>Each runs on the main thread. It may use {@code cli.command} and {@code cli.console}, and the
 * libraries below the command line.
 */
@NullMarked
package justhungry.cli.cluster;

import org.jspecify.annotations.NullMarked;
