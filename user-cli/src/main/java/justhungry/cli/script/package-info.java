/**
 * The format of replay scripts, described in {@code docs/replay.md}: reads and checks a script, streams its steps,
 * builds requests from them, compares answers with what they expect, and writes scripts.
 *
 * <p>No threads. {@link justhungry.cli.script.Script} and all steps are immutable and may be shared;
 * {@link justhungry.cli.script.Steps} belongs to one thread; of {@link justhungry.cli.script.Variables} each turn has its
 * own. It may use the API, the JDK, Gson's tree, and {@code cli.text}.
 */
@NullMarked
package justhungry.cli.script;

import org.jspecify.annotations.NullMarked;
