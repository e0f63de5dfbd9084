/**
 * A picture of a run: throughput and latency over time, with the faults and what followed them, as SVG. Belongs to the
 * thread {@code results}. Uses {@code cli.replay}.
 */
@NullMarked
package justhungry.cli.replay.timeline;

import org.jspecify.annotations.NullMarked;
