/**
 * The chart of a run as SVG: throughput and latency over time, with the faults and their consequences. Belongs to the
 * thread {@code results}. It may use {@code replay.run} and
 * {@code replay.script.model}.
 */
@NullMarked
package justhungry.replay.timeline;

import org.jspecify.annotations.NullMarked;
