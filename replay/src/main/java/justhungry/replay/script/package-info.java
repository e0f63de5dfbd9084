/**
 * The format of replay scripts, described in {@code docs/replay.md}: reads and checks a script, streams its steps,
 * builds requests from them, compares responses with the expected ones, and writes scripts.
 *
 * <p>No threads. {@link justhungry.replay.script.Script} and all steps are immutable and may be shared;
 * {@link justhungry.replay.script.StepReader} belongs to one thread; each iteration of a repeat has its own
 * {@link justhungry.replay.script.model.ScriptVariables}. It may use {@code script.model} and {@code script.source}.
 */
@NullMarked
package justhungry.replay.script;

import org.jspecify.annotations.NullMarked;
