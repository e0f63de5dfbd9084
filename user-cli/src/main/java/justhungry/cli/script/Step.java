package justhungry.cli.script;

import java.util.List;

/** A line of a script, after its header. Each ends before the next one begins. */
public sealed interface Step permits Ask, FaultStep, Repeat {
    /** Where it stands in its file, from 1. */
    int line();

    /** How many requests it sends; a read that is repeated until it is as expected counts once. */
    long requests();

    /** What it does to processes of the cluster, in order. */
    List<FaultStep> faults();
}
