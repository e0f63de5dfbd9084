package justhungry.client;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.platform.rmi.Failures;
import org.jspecify.annotations.Nullable;

/**
 * A request that is sent until it has an outcome or the attempts are used up. It keeps its id on every front end that it
 * is sent to, and so takes effect once. Lives in one call of {@link Session#ask}.
 */
final class Sending {
    private final Envelope envelope;
    private final Frontends frontends;
    private final Retries retries;
    private final Progress progress;
    private final SlowCallNotice slowCalls;

    /** Whether the outcome of a copy of the update is unknown: from then on a NotExecuted of another copy settles nothing. */
    private boolean uncertain;

    private @Nullable FrontendLink answeredBy;

    Sending(Envelope envelope, Frontends frontends, Retries retries, Progress progress, SlowCallNotice slowCalls) {
        this.envelope = envelope;
        this.frontends = frontends;
        this.retries = retries;
        this.progress = progress;
        this.slowCalls = slowCalls;
    }

    /** Sends it, first to {@code preferred} when there is one, then to all known front ends, repeatedly. */
    Outcome run(@Nullable FrontendLink preferred) {
        var outcome = preferred == null ? Optional.<Outcome>empty() : submitTo(preferred);
        var tried = preferred;
        for (int attempt = 1; outcome.isEmpty(); attempt++) {
            outcome = submitToAll(others(tried));
            tried = null;
            if (outcome.isEmpty() && !pauseBefore(attempt)) {
                return givenUp();
            }
        }
        return outcome.get();
    }

    /** The front end that settled the request. */
    Optional<FrontendLink> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    private List<FrontendLink> others(@Nullable FrontendLink tried) {
        var links = new ArrayList<>(frontends.look());
        links.remove(tried);
        return links;
    }

    private Optional<Outcome> submitToAll(List<FrontendLink> links) {
        return links.stream().map(this::submitTo).flatMap(Optional::stream).findFirst();
    }

    private Optional<Outcome> submitTo(FrontendLink link) {
        var outcome = reply(link).flatMap(this::outcome);
        answeredBy = outcome.isPresent() ? link : null;
        return outcome;
    }

    private Optional<Reply> reply(FrontendLink link) {
        var notice = slowCalls.begin();
        try {
            return submit(link.connect());
        } catch (RemoteException e) {
            return Optional.empty(); // No connection, so nothing was sent.
        } finally {
            notice.cancel(false);
        }
    }

    private Optional<Reply> submit(Frontend frontend) {
        try {
            return Optional.of(frontend.submit(envelope));
        } catch (RemoteException | RuntimeException e) { // RMI rethrows what the front end threw, defects included
            if (!(e instanceof RemoteException failure && Failures.notExecuted(failure))) {
                becomeUncertain();
            }
            return Optional.empty();
        }
    }

    /** The outcome that a reply determines; empty when the request has to be sent again. */
    private Optional<Outcome> outcome(Reply reply) {
        if (reply instanceof Reply.Answered answered && !hasForgotten(answered.response())) {
            return Optional.of(new Outcome.Answered(envelope.id(), answered));
        }
        if (reply instanceof Reply.NotExecuted refused && !uncertain) {
            return Optional.of(new Outcome.NotExecuted(refused.cause(), refused.message()));
        }
        if (reply instanceof Reply.OutcomeUnknown) {
            becomeUncertain();
        }
        return Optional.empty();
    }

    /** The cluster no longer knows whether an earlier copy was executed. */
    private boolean hasForgotten(Response response) {
        return uncertain && response instanceof Response.Refused refused && refused.reason() == Reason.EXPIRED;
    }

    /** A read changes nothing, so its outcome does not matter. */
    private void becomeUncertain() {
        if (envelope.request() instanceof Request.Update && !uncertain) {
            uncertain = true;
            progress.checkingOutcome();
        }
    }

    /** Waits before the next attempt, if there is one. */
    private boolean pauseBefore(int attempt) {
        if (attempt > retries.times()) {
            return false;
        }
        progress.tryingAgain(attempt, retries.times(), retries.period());
        try {
            retries.pause().of(retries.period());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome givenUp() {
        if (uncertain) {
            return new Outcome.Unknown(
                    envelope.id(),
                    "It is not known whether %s took effect: no clear answer in %d tries. Check your orders before you try again."
                            .formatted(envelope.request().op(), retries.times() + 1));
        }
        return new Outcome.Unreachable(
                "No front end answers, after %d tries: %s.%s See what is running with: just-hungry status; start a cluster with: just-hungry up"
                        .formatted(
                                retries.times() + 1,
                                frontends.found(),
                                envelope.request() instanceof Request.Update ? " Nothing was changed." : ""));
    }
}
