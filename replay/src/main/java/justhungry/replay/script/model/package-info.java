/**
 * The parts of a script: its header and its steps, with templates, variables, expectations and captures.
 *
 * <p>No threads. All of them are immutable and may be shared, but variables: each iteration has its own. It may use
 * {@code script.source}, {@code client.json}, the records of the API, and Gson's tree.
 */
@NullMarked
package justhungry.replay.script.model;

import org.jspecify.annotations.NullMarked;
