/** The machinery of measuring: rounds in turns, the counts of processes, the machine's own figures, ratios. */
@NullMarked
package justhungry.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
