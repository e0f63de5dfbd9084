package justhungry.replay.script.model;

import java.util.List;

/** A line of a script after its header. Each step ends before the next one starts. */
public sealed interface Step permits RequestStep, FaultStep, RepeatStep {
    /** Its line in the file, from 1. */
    int line();

    /** The number of requests that it sends; a read that is repeated until it is as expected counts once. */
    long requests();

    /** The faults that it injects, in order. */
    List<FaultStep> faults();

    <R> R accept(Visitor<R> visitor);

    /** The cases of a step. */
    interface Visitor<R> {
        R visit(RequestStep request);

        R visit(FaultStep fault);

        R visit(RepeatStep repeat);
    }
}
