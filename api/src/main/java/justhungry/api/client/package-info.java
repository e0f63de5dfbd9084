/**
 * The conversation of client, front end and primary: a request in its envelope, request ids, replies, batches.
 *
 * <p>Immutable, so no thread owns it. It may use the JDK, and of the API {@code shop}, {@code cluster} and {@code codec}.
 */
@NullMarked
package justhungry.api.client;

import org.jspecify.annotations.NullMarked;
