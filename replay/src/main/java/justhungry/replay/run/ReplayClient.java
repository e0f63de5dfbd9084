package justhungry.replay.run;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.Request;
import justhungry.client.Session;
import justhungry.client.json.RequestJson;
import justhungry.client.json.ResponseJson;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptVariables;
import justhungry.replay.script.model.UnresolvedVariableException;

/**
 * A client of a run, which sends requests for any of the script's users, one after the other. Belongs to one thread.
 */
final class ReplayClient {
    /** The time for which a request that was certainly not executed is sent again. */
    private static final long RETRY_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final int RETRY_INTERVAL_MILLIS = 100;
    private static final int POLL_INTERVAL_MILLIS = 20;

    private final int number;
    private final SessionFactory sessionFactory;
    private final RunClock clock;
    private final Map<String, Session> sessions = new HashMap<>();

    /** A factory of sessions for users of the script. */
    @FunctionalInterface
    interface SessionFactory {
        Session open(String user);
    }

    ReplayClient(int number, SessionFactory openings, RunClock clock) {
        this.number = number;
        this.sessionFactory = openings;
        this.clock = clock;
    }

    /** Whether the cluster did not answer this request before its timeout. */
    static boolean hasTimedOut(RequestRecord exchange) {
        return exchange.isSent() && exchange.reply().isEmpty();
    }

    /** Sends the request of a step, repeatedly when it has {@code within}. Latency counts from now. */
    RequestRecord send(RequestStep step, ScriptVariables variables) throws InterruptedException {
        return send(step, variables, clock.now());
    }

    /** The same; latency counts from {@code planned}, which may be in the past. */
    RequestRecord send(RequestStep step, ScriptVariables variables, long planned) throws InterruptedException {
        Request request;
        try {
            request = step.request(variables);
        } catch (UnresolvedVariableException e) {
            return notSent(step, planned, RequestRecord.UNSENT, Optional.of(e.getMessage()));
        }
        long deadline = clock.now()
                + step.within().map(within -> within.duration().toNanos()).orElse(0L);
        while (true) {
            var exchange = check(step, variables, sendUntilCompleted(step.line(), step.user(), request, planned));
            if (exchange.mismatches().isEmpty() || clock.now() >= deadline) {
                return exchange;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
        }
    }

    /** The record of a request that could not be sent in time. */
    RequestRecord drop(RequestStep step, long planned) {
        return notSent(step, planned, RequestRecord.DROPPED, Optional.empty());
    }

    /** Sends a request that is not in the script. */
    RequestRecord query(String user, Request request) throws InterruptedException {
        return sendUntilCompleted(0, user, request, clock.now());
    }

    /** Sends the request until it is executed, its outcome is unknown, or the timeout is over. */
    private RequestRecord sendUntilCompleted(int line, String user, Request request, long planned)
            throws InterruptedException {
        var session = sessions.computeIfAbsent(user, sessionFactory::open);
        long deadline = clock.now() + RETRY_TIMEOUT_NANOS;
        while (true) {
            long sent = clock.now();
            var outcome = session.send(request);
            long end = clock.now();
            if (!outcome.isUnexecuted() || end > deadline) {
                return new RequestRecord(
                        line,
                        number,
                        request.operation(),
                        user,
                        RequestJson.args(request),
                        new RequestRecord.Times(planned, sent, end),
                        ResponseJson.of(outcome),
                        outcome.answer(),
                        List.of());
            }
            TimeUnit.MILLISECONDS.sleep(RETRY_INTERVAL_MILLIS);
        }
    }

    private static RequestRecord check(RequestStep step, ScriptVariables variables, RequestRecord exchange) {
        var mismatches = new ArrayList<String>();
        for (var expectation : step.expectations()) {
            expectation.check(exchange.response(), variables).ifPresent(mismatches::add);
        }
        for (var capture : step.captures()) {
            capture.captureFrom(exchange.response(), variables).ifPresent(mismatches::add);
        }
        return exchange.withMismatches(mismatches);
    }

    private RequestRecord notSent(RequestStep step, long planned, String status, Optional<String> why) {
        var response = new JsonObject();
        response.addProperty("status", status);
        why.ifPresent(message -> response.addProperty("message", message));
        long now = clock.now();
        return new RequestRecord(
                step.line(),
                number,
                step.operation().name(),
                step.user(),
                step.args().json().getAsJsonObject(),
                new RequestRecord.Times(planned, now, now),
                response,
                Optional.empty(),
                why.map(List::of).orElse(List.of()));
    }
}
