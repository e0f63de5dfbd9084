/**
 * The engine of the checker: the order of the operations, real time, and the possible worlds. It knows no request and
 * no answer: the rules are a {@link justhungry.replay.check.engine.Model}, as in Porcupine.
 *
 * <p>Read {@link justhungry.replay.check.engine.Model} first, then {@link justhungry.replay.check.engine.PartitionCheck},
 * {@link justhungry.replay.check.engine.SequentialCheck} (the check of all answers),
 * {@link justhungry.replay.check.engine.RealTimeCheck}, and {@link justhungry.replay.check.engine.PossibleWorlds} (the
 * possible effects of updates of unknown outcome).
 *
 * <p>It belongs to the thread that calls. It may use the JDK only.
 */
@NullMarked
package justhungry.replay.check.engine;

import org.jspecify.annotations.NullMarked;
