/** Benchmarks of the product, each beside something else in the same run; {@code docs/performance.md} has the results. */
@NullMarked
package justhungry.benchmarks;

import org.jspecify.annotations.NullMarked;
