package justhungry.cli.replay;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.api.Request;
import justhungry.cli.request.Outcome;
import justhungry.cli.request.ResponseJson;
import justhungry.cli.request.Session;
import justhungry.cli.script.Ask;
import justhungry.cli.script.RequestJson;
import justhungry.cli.script.UnfitValueException;
import justhungry.cli.script.Variables;

/** One of the clients of a run: asks for any of the script's users, one request after the other. Belongs to one thread. */
final class Client {
    /** For how long a request that was certainly not carried out is sent again. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private static final int BETWEEN_TRIES_MILLIS = 100;
    private static final int BETWEEN_POLLS_MILLIS = 20;

    private final int number;
    private final Sessions openings;
    private final RunClock clock;
    private final Map<String, Session> sessions = new HashMap<>();

    /** Opens sessions for users of the script. */
    @FunctionalInterface
    interface Sessions {
        Session open(String user);
    }

    Client(int number, Sessions openings, RunClock clock) {
        this.number = number;
        this.openings = openings;
        this.clock = clock;
    }

    /** Whether the cluster has failed it: nobody answered for as long as a request is sent. */
    static boolean wasLetDown(Exchange exchange) {
        return exchange.isSent() && exchange.reply().isEmpty();
    }

    /** Sends a line's request, and again while {@code within} says so; its latency counts from now on. */
    Exchange ask(Ask ask, Variables variables) throws InterruptedException {
        return ask(ask, variables, clock.now());
    }

    /** The same; its latency counts from {@code planned}, which may be past. */
    Exchange ask(Ask ask, Variables variables, long planned) throws InterruptedException {
        Request request;
        try {
            request = ask.request(variables);
        } catch (UnfitValueException e) {
            return notSent(ask, planned, Exchange.UNSENT, Optional.of(e.getMessage()));
        }
        long until = clock.now()
                + ask.within().map(within -> within.time().toNanos()).orElse(0L);
        while (true) {
            var exchange = check(ask, variables, settle(ask.line(), ask.user(), request, planned));
            if (exchange.mismatches().isEmpty() || clock.now() >= until) {
                return exchange;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_POLLS_MILLIS);
        }
    }

    /** A request that could not be sent in time. */
    Exchange drop(Ask ask, long planned) {
        return notSent(ask, planned, Exchange.DROPPED, Optional.empty());
    }

    /** Asks what is in no line of the script. */
    Exchange look(String user, Request request) throws InterruptedException {
        return settle(0, user, request, clock.now());
    }

    /** Sends it until it is carried out, or nobody can tell, or the patience is at its end. */
    private Exchange settle(int line, String user, Request request, long planned) throws InterruptedException {
        var session = sessions.computeIfAbsent(user, openings::open);
        long until = clock.now() + PATIENCE;
        while (true) {
            long sent = clock.now();
            var outcome = session.ask(request);
            long end = clock.now();
            boolean mayBeSentAgain = outcome instanceof Outcome.NotExecuted || outcome instanceof Outcome.Unreachable;
            if (!mayBeSentAgain || end > until) {
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

    private static Exchange check(Ask ask, Variables variables, Exchange exchange) {
        var mismatches = new ArrayList<String>();
        for (var expectation : ask.expectations()) {
            expectation.check(exchange.response(), variables).ifPresent(mismatches::add);
        }
        for (var capture : ask.captures()) {
            capture.take(exchange.response(), variables).ifPresent(mismatches::add);
        }
        return exchange.with(mismatches);
    }

    private Exchange notSent(Ask ask, long planned, String status, Optional<String> why) {
        var response = new JsonObject();
        response.addProperty("status", status);
        why.ifPresent(message -> response.addProperty("message", message));
        long now = clock.now();
        return new Exchange(
                ask.line(),
                number,
                ask.op().name(),
                ask.user(),
                ask.args().json().getAsJsonObject(),
                new Exchange.Times(planned, now, now),
                response,
                Optional.empty(),
                why.map(List::of).orElse(List.of()));
    }
}
