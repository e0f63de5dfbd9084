package justhungry.replay.run;

import java.util.Optional;
import java.util.Random;
import justhungry.replay.script.model.Header;
import justhungry.replay.script.model.Rate;
import justhungry.replay.script.model.Repeat;

/**
 * The load model of a run, a closed or an open loop, which decides when the requests of repeats start.
 *
 * @param rate of an open loop; a closed loop has none
 * @param random the source of an open loop's arrival times
 */
public record Pace(Optional<Rate> rate, Random random) {
    /** The load model of a script, with its header's rate unless another one is given. */
    public static Pace of(Header header, Optional<Rate> other) {
        return new Pace(other.or(header::rate), new Random(header.seed()));
    }

    /** The iterations of a repeat that starts now. */
    Turns turns(Repeat repeat, long now) {
        int requests = repeat.of().size();
        return rate.map(some -> Turns.open(repeat.turns(), requests, some, random, now))
                .orElseGet(() -> Turns.closed(repeat.turns(), requests));
    }
}
