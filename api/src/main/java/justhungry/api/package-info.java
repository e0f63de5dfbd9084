/**
 * The types that cross the wire: remote interfaces, request and response records, ids, money, views and errors.
 *
 * <p>Every record refuses what is not valid in its constructor, and deserialising runs the constructor: bad bytes stop
 * at the door. Everything here is immutable, so no thread owns it. It may use the JDK only.
 */
@NullMarked
package justhungry.api;

import org.jspecify.annotations.NullMarked;
