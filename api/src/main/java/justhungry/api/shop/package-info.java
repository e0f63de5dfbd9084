/**
 * The records of the shop: requests, responses, products, orders and money.
 *
 * <p>Every record refuses what is not valid in its constructor, and deserialising runs the constructor: bad bytes stop
 * at the door. Everything here is immutable, so no thread owns it. It may use the JDK and {@code api.codec}.
 */
@NullMarked
package justhungry.api.shop;

import org.jspecify.annotations.NullMarked;
