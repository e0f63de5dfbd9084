package justhungry.replay.run;

import java.time.Duration;
import java.util.List;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptVariables;
import justhungry.replay.script.model.Step;

/** A runner of a script's steps, one after the other. Belongs to the thread that runs the script. */
final class ScriptRunner {
    private final List<ReplayClient> clients;
    private final LoadModel loadModel;
    private final EventDispatcher dispatcher;
    private final FaultScheduler faultScheduler;
    private final RunClock clock;
    private final Duration lastAnswersTimeout;
    private final ScriptVariables variables = ScriptVariables.empty();

    /** @param lastAnswersTimeout the time for which a repeat that ends early waits for its requests in progress */
    ScriptRunner(
            List<ReplayClient> clients,
            LoadModel pace,
            EventDispatcher results,
            FaultScheduler faultScheduler,
            RunClock clock,
            Duration lastAnswersTimeout) {
        this.clients = clients;
        this.loadModel = pace;
        this.dispatcher = results;
        this.faultScheduler = faultScheduler;
        this.clock = clock;
        this.lastAnswersTimeout = lastAnswersTimeout;
    }

    /** Runs a step, and returns when all its requests are completed. */
    void run(Step step) throws InterruptedException, ReplayException {
        step.accept(new StepRuns()).run();
    }

    private interface StepRun {
        void run() throws InterruptedException, ReplayException;
    }

    /** The run of each kind of step. */
    private final class StepRuns implements Step.Visitor<StepRun> {
        @Override
        public StepRun visit(RequestStep request) {
            return () -> send(request);
        }

        @Override
        public StepRun visit(FaultStep fault) {
            return () -> faultScheduler.inject(fault);
        }

        @Override
        public StepRun visit(RepeatStep repeat) {
            return () -> repeat(repeat);
        }
    }

    private void send(RequestStep request) throws InterruptedException, ReplayException {
        var exchange = clients.get(0).send(request, variables);
        dispatcher.publish(new RunEvent.RequestCompleted(exchange));
        if (exchange.hasTimedOut()) {
            throw ReplayException.clusterUnavailable(request.line());
        }
    }

    private void repeat(RepeatStep repeat) throws InterruptedException, ReplayException {
        dispatcher.publish(new RunEvent.RepeatStarted(repeat.line(), repeat.iterations(), clock.now()));
        new RepeatRunner(
                        repeat, loadModel.iterations(repeat, clock.now()), variables, dispatcher, faultScheduler, clock)
                .run(clients, lastAnswersTimeout);
        dispatcher.publish(new RunEvent.RepeatEnded(repeat.line(), clock.now()));
    }
}
