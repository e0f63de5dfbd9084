/**
 * The commands that drive a whole cluster on this machine: {@code demo}, {@code up}, {@code down}, {@code status},
 * {@code kill}, {@code pause}, {@code resume}, {@code restart}, {@code force-primary} and {@code replay}.
 *
 * <p>Each runs on the main thread. It may use the api and user-cli.
 */
@NullMarked
package justhungry.cli.cluster;

import org.jspecify.annotations.NullMarked;
