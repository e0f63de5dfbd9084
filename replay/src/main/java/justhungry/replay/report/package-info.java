/**
 * The reports of a run: results, history, transcript, summary, histograms, the progress bar. Each is a {@link
 * justhungry.replay.run.RunListener}, and belongs to the thread {@code results}. It may use {@code replay.run},
 * {@code replay.script}, {@code client} and the API.
 */
@NullMarked
package justhungry.replay.report;

import org.jspecify.annotations.NullMarked;
