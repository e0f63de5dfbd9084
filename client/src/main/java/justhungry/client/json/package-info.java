/**
 * The JSON of requests and responses, as scripts, results, histories and {@code --json} have it.
 *
 * <p>Pure functions of their arguments: any thread may use them. They may use {@code client}, the records of the API, and
 * Gson's tree.
 */
@NullMarked
package justhungry.client.json;

import org.jspecify.annotations.NullMarked;
