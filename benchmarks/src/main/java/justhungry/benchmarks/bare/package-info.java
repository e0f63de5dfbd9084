/**
 * The bare chain: the cost of an order that is only carried. Client, front end, primary and two replicas as in the product,
 * with as many bytes, the same batching at the front end and at the primary, and one sync of a file for each batch at all
 * three; but no rules, no protocol, no failures. It is the line to measure against.
 */
@NullMarked
package justhungry.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
