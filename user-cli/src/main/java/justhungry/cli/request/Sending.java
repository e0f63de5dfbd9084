package justhungry.cli.request;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.Envelope;
import justhungry.api.Frontend;
import justhungry.api.Reason;
import justhungry.api.Reply;
import justhungry.api.Request;
import justhungry.api.Response;
import justhungry.api.rmi.Failures;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, until it is settled or the tries are used up. However many front ends it is sent to, it keeps
 * its id, and so takes effect once. Lives in one call of {@link Session#ask}.
 */
final class Sending {
    private final Envelope envelope;
    private final Frontends frontends;
    private final Retries retries;
    private final Progress progress;
    private final SlowCallNotice slowCalls;

    /** Whether a copy of the update was sent whose fate is not known: from then on no refusal to try settles it. */
    private boolean uncertain;

    private @Nullable FrontendLink answeredBy;

    Sending(Envelope envelope, Frontends frontends, Retries retries, Progress progress, SlowCallNotice slowCalls) {
        this.envelope = envelope;
        this.frontends = frontends;
        this.retries = retries;
        this.progress = progress;
        this.slowCalls = slowCalls;
    }

    /** Sends it, first to {@code preferred} when there is one, then to all that are known, again and again. */
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
            return Optional.empty(); // It could not be connected to, and was asked nothing.
        } finally {
            notice.cancel(false);
        }
    }

    private Optional<Reply> submit(Frontend frontend) {
        try {
            return Optional.of(frontend.submit(envelope));
        } catch (RemoteException | RuntimeException e) { // RMI brings what the front end threw, its defects among it
            if (!(e instanceof RemoteException failure && Failures.notExecuted(failure))) {
                becomeUncertain();
            }
            return Optional.empty();
        }
    }

    /** What a reply settles; empty when the request has to be sent again. */
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

    /** The cluster cannot tell any more whether an earlier copy was carried out. */
    private boolean hasForgotten(Response response) {
        return uncertain && response instanceof Response.Refused refused && refused.reason() == Reason.EXPIRED;
    }

    /** A read changes nothing, so its fate does not matter. */
    private void becomeUncertain() {
        if (envelope.request() instanceof Request.Update && !uncertain) {
            uncertain = true;
            progress.checkingOutcome();
        }
    }

    /** Waits, when there is another attempt to wait for. */
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
                    "It is not known whether %s took effect: nobody could tell in %d tries. Look at your orders before you do it again."
                            .formatted(envelope.request().op(), retries.times() + 1));
        }
        return new Outcome.Unreachable(
                "No front end answers, after %d tries: %s. Nothing was changed. See what is up with: just-hungry status; start a cluster with: just-hungry up"
                        .formatted(retries.times() + 1, frontends.found()));
    }
}
