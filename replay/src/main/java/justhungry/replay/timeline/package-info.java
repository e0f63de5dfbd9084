/**
 * The chart of a run as SVG: throughput and latency over time, with the faults and their consequences. Belongs to the
 * thread {@code results}. Uses {@code cli.replay}.
 */
@NullMarked
package justhungry.replay.timeline;

import org.jspecify.annotations.NullMarked;
