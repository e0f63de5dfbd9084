/**
 * The directory of a cluster: registrations of back ends and front ends, with their leases and stubs.
 *
 * <p>Immutable, so no thread owns it. It may use the JDK and the rest of the API, without {@code shop}.
 */
@NullMarked
package justhungry.api.directory;

import org.jspecify.annotations.NullMarked;
