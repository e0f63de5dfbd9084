package justhungry.replay.run;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.Request;
import justhungry.client.Outcome;
import justhungry.client.Session;
import justhungry.client.json.RequestJson;
import justhungry.client.json.ResponseJson;
import justhungry.replay.script.model.Ask;
import justhungry.replay.script.model.UnfitValueException;
import justhungry.replay.script.model.Variables;

/**
 * A client of a run, which sends requests for any of the script's users, one after the other. Belongs to one thread.
 */
final class Client {
    /** The time for which a request that was certainly not executed is sent again. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final int BETWEEN_TRIES_MILLIS = 100;
    private static final int BETWEEN_POLLS_MILLIS = 20;

    private final int number;
    private final Sessions openings;
    private final RunClock clock;
    private final Map<String, Session> sessions = new HashMap<>();

    /** A factory of sessions for users of the script. */
    @FunctionalInterface
    interface Sessions {
        Session open(String user);
    }

    Client(int number, Sessions openings, RunClock clock) {
        this.number = number;
        this.openings = openings;
        this.clock = clock;
    }

    /** Whether the cluster did not answer this request before its timeout. */
    static boolean wasLetDown(Exchange exchange) {
        return exchange.isSent() && exchange.reply().isEmpty();
    }

    /** Sends the request of a step, repeatedly when it has {@code within}. Latency counts from now. */
    Exchange ask(Ask step, Variables variables) throws InterruptedException {
        return ask(step, variables, clock.now());
    }

    /** The same; latency counts from {@code planned}, which may be in the past. */
    Exchange ask(Ask step, Variables variables, long planned) throws InterruptedException {
        Request request;
        try {
            request = step.request(variables);
        } catch (UnfitValueException e) {
            return notSent(step, planned, Exchange.UNSENT, Optional.of(e.getMessage()));
        }
        long deadline = clock.now()
                + step.within().map(within -> within.time().toNanos()).orElse(0L);
        while (true) {
            var exchange = check(step, variables, settle(step.line(), step.user(), request, planned));
            if (exchange.mismatches().isEmpty() || clock.now() >= deadline) {
                return exchange;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_POLLS_MILLIS);
        }
    }

    /** The record of a request that could not be sent in time. */
    Exchange drop(Ask step, long planned) {
        return notSent(step, planned, Exchange.DROPPED, Optional.empty());
    }

    /** Sends a request that is not in the script. */
    Exchange look(String user, Request request) throws InterruptedException {
        return settle(0, user, request, clock.now());
    }

    /** Sends the request until it is executed, its outcome is unknown, or the timeout is over. */
    private Exchange settle(int line, String user, Request request, long planned) throws InterruptedException {
        var session = sessions.computeIfAbsent(user, openings::open);
        long deadline = clock.now() + PATIENCE;
        while (true) {
            long sent = clock.now();
            var outcome = session.ask(request);
            long end = clock.now();
            boolean mayBeSentAgain = outcome instanceof Outcome.NotExecuted || outcome instanceof Outcome.Unreachable;
            if (!mayBeSentAgain || end > deadline) {
                return new Exchange(
                        line,
                        number,
                        request.op(),
                        user,
                        RequestJson.args(request),
                        new Exchange.Times(planned, sent, end),
                        ResponseJson.of(outcome),
                        outcome instanceof Outcome.Answered answered ? Optional.of(answered.reply()) : Optional.empty(),
                        List.of());
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    private static Exchange check(Ask step, Variables variables, Exchange exchange) {
        var mismatches = new ArrayList<String>();
        for (var expectation : step.expectations()) {
            expectation.check(exchange.response(), variables).ifPresent(mismatches::add);
        }
        for (var capture : step.captures()) {
            capture.take(exchange.response(), variables).ifPresent(mismatches::add);
        }
        return exchange.with(mismatches);
    }

    private Exchange notSent(Ask step, long planned, String status, Optional<String> why) {
        var response = new JsonObject();
        response.addProperty("status", status);
        why.ifPresent(message -> response.addProperty("message", message));
        long now = clock.now();
        return new Exchange(
                step.line(),
                number,
                step.op().name(),
                step.user(),
                step.args().json().getAsJsonObject(),
                new Exchange.Times(planned, now, now),
                response,
                Optional.empty(),
                why.map(List::of).orElse(List.of()));
    }
}
