/**
 * The check of postcodes: postcodes.io over HTTP, a bounded cache of its answers, and a check of the format only for a
 * machine without internet.
 *
 * <p>Any thread may use these classes; a check blocks its caller for 3 s at most, and no exception leaves them. The HTTP
 * client owns its threads. It may use the API, OkHttp and Gson. Nothing here logs: a postcode is a contact detail.
 */
@NullMarked
package justhungry.frontend.postcodes;

import org.jspecify.annotations.NullMarked;
