/** Measures the product, each time beside something else in the same run; what was found is in {@code docs/performance.md}. */
@NullMarked
package justhungry.benchmarks;

import org.jspecify.annotations.NullMarked;
