/**
 * The way of requests through the cluster, for a person.
 *
 * <p>Used by the thread of the terminal. It may use the API, {@code client}, {@code cli.console} and {@code platform.text}.
 */
@NullMarked
package justhungry.cli.trace;

import org.jspecify.annotations.NullMarked;
