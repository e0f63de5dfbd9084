package justhungry.cli.replay;

import java.util.Optional;
import java.util.Random;
import justhungry.cli.script.Header;
import justhungry.cli.script.Rate;
import justhungry.cli.script.Repeat;

/**
 * When the requests of repeats begin.
 *
 * @param rate of an open loop; a closed one has none
 * @param random draws the arrivals of an open loop
 */
public record Pace(Optional<Rate> rate, Random random) {
    /** The pace of a script, with its header's rate unless there is another one. */
    public static Pace of(Header header, Optional<Rate> other) {
        return new Pace(other.or(header::rate), new Random(header.seed()));
    }

    /** The turns of a repeat that begins now. */
    Turns turns(Repeat repeat, long now) {
        int requests = repeat.of().size();
        return rate.map(some -> Turns.open(repeat.turns(), requests, some, random, now))
                .orElseGet(() -> Turns.closed(repeat.turns(), requests));
    }
}
