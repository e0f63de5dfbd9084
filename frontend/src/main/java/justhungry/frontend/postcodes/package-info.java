/**
 * The check of postcodes: postcodes.io over HTTP, a bounded cache of its answers, and a check of the format only for a
 * machine without internet.
 *
 * <p>Any thread may use these classes; a check blocks its caller for 6 s at most, and no exception leaves them. The HTTP
 * client owns its threads; {@code postcode-probe} asks a service that could not be reached. They may use the API, OkHttp
 * and Gson. No text for the log has a postcode in it: that is a contact detail.
 */
@NullMarked
package justhungry.frontend.postcodes;

import org.jspecify.annotations.NullMarked;
