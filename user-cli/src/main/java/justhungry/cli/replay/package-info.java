/**
 * Replays a script's requests against a cluster, and says what happened: the runner and what it reports to.
 *
 * <p>The thread that calls {@link justhungry.cli.replay.Replay#run} goes through the script. Requests of a repeat are
 * sent by the threads {@code client-1} to {@code client-N}, faults within one strike from the thread {@code faults}, and
 * {@code front-end-watch} looks at how a front end stands. All of them only hand {@linkplain
 * justhungry.cli.replay.Event events} over; everything that is written or counted belongs to the thread {@code results}.
 * Uses {@code api}, {@code cli.request} and {@code cli.script}.
 */
@NullMarked
package justhungry.cli.replay;

import org.jspecify.annotations.NullMarked;
