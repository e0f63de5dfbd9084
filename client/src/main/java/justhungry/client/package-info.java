/**
 * The client of a cluster: request ids, the revision that was seen, the next front end when one fails, and retries with
 * the same id when the outcome is unknown. The ordering terminal, the single commands and the replay use it.
 *
 * <p>A {@link justhungry.client.Session} belongs to one thread; a daemon thread tells the person who waits that
 * a call is still in progress. It may use the API, {@code platform} and {@code coordination}.
 */
@NullMarked
package justhungry.client;

import org.jspecify.annotations.NullMarked;
