package justhungry.replay.run;

import java.util.Optional;
import java.util.Random;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestRate;
import justhungry.replay.script.model.ScriptHeader;

/**
 * The load model of a run, a closed or an open loop, which decides when the requests of repeats start.
 *
 * @param rate of an open loop; a closed loop has none
 * @param random the source of an open loop's arrival times
 */
public record LoadModel(Optional<RequestRate> rate, Random random) {
    /** The load model of a script, with its header's rate unless another one is given. */
    public static LoadModel of(ScriptHeader header, Optional<RequestRate> other) {
        return new LoadModel(other.or(header::rate), new Random(header.seed()));
    }

    /** The iterations of a repeat that starts now. */
    IterationSchedule iterations(RepeatStep repeat, long now) {
        int requests = repeat.iterationRequests().size();
        return rate.map(some -> IterationSchedule.open(repeat.iterations(), requests, some, random, now))
                .orElseGet(() -> IterationSchedule.closed(repeat.iterations(), requests));
    }
}
