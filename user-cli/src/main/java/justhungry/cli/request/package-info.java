/**
 * The one way in which a client asks: ids, the revision that was seen, the next front end when one fails, and the same
 * id again when the outcome is unknown. The ordering terminal, the one-shot commands and the replay are its faces.
 *
 * <p>A {@link justhungry.cli.request.Session} belongs to one thread; one daemon thread of its own tells a person who
 * waits that the work goes on. It may use the API, the JDK and Gson.
 */
@NullMarked
package justhungry.cli.request;

import org.jspecify.annotations.NullMarked;
