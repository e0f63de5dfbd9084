/**
 * The runner of scripts, which replays their requests against a cluster and reports the events.
 *
 * <p>The thread that calls {@link justhungry.replay.run.Replay#run} runs the steps of the script. The requests of a
 * repeat are sent by the threads {@code client-1} to {@code client-N}, its faults are injected by the thread {@code
 * faults}, and {@code front-end-watch} polls the status of a front end. They only hand over {@linkplain
 * justhungry.replay.run.RunEvent events}; everything that is written or counted belongs to the thread {@code results}.
 * May use the API, {@code client}, and {@code replay.script} with its parts.
 */
@NullMarked
package justhungry.replay.run;

import org.jspecify.annotations.NullMarked;
