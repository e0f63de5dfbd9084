/**
 * The way of requests through the cluster, for a person.
 *
 * <p>Used by the thread that sends the requests. It may use the API, {@code client}, {@code cli.console} and {@code platform.text}.
 */
@NullMarked
package justhungry.cli.trace;

import org.jspecify.annotations.NullMarked;
