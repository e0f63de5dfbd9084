package justhungry.replay.run;

import java.util.List;
import justhungry.replay.script.model.Ask;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.Repeat;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.model.Variables;

/** A runner of a script's steps, one after the other. Belongs to the thread that runs the script. */
final class Run {
    private final List<Client> clients;
    private final Pace pace;
    private final Results results;
    private final Strikes strikes;
    private final RunClock clock;
    private final Variables variables = Variables.none();

    Run(List<Client> clients, Pace pace, Results results, Strikes strikes, RunClock clock) {
        this.clients = clients;
        this.pace = pace;
        this.results = results;
        this.strikes = strikes;
        this.clock = clock;
    }

    /** Runs a step, and returns when all its requests are completed. */
    void carryOut(Step step) throws InterruptedException, ReplayException {
        if (step instanceof Ask request) {
            var exchange = clients.get(0).ask(request, variables);
            results.tell(new Event.Answered(exchange));
            if (Client.wasLetDown(exchange)) {
                throw ReplayException.letDown(request.line());
            }
        } else if (step instanceof FaultStep fault) {
            strikes.strike(fault);
        } else {
            var repeat = (Repeat) step;
            results.tell(new Event.RepeatBegan(repeat.line(), repeat.turns(), clock.now()));
            new RepeatRun(repeat, pace.turns(repeat, clock.now()), variables, results, strikes, clock).run(clients);
            results.tell(new Event.RepeatEnded(repeat.line(), clock.now()));
        }
    }
}
