package justhungry.client;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.shop.Response;
import justhungry.platform.rmi.RmiFailures;
import org.jspecify.annotations.Nullable;

/**
 * A request that is sent until it has an outcome or the attempts are used up. It keeps its id on every front end that it
 * is sent to, and so takes effect once. Lives in one call of {@link Session#send}.
 */
final class RetryingRequest {
    private final Envelope envelope;
    private final FrontendLocator frontends;
    private final RetryPolicy retryPolicy;
    private final ProgressListener progress;
    private final SlowCallNotice slowCalls;

    /** Whether the outcome of a copy of the update is unknown: from then on a NotExecuted of another copy settles nothing. */
    private boolean uncertain;

    private @Nullable FrontendHandle answeredBy;

    RetryingRequest(
            Envelope envelope,
            FrontendLocator frontends,
            RetryPolicy retries,
            ProgressListener progress,
            SlowCallNotice slowCalls) {
        this.envelope = envelope;
        this.frontends = frontends;
        this.retryPolicy = retries;
        this.progress = progress;
        this.slowCalls = slowCalls;
    }

    /** Sends it, first to {@code preferred} when there is one, then to all known front ends, repeatedly. */
    RequestOutcome run(@Nullable FrontendHandle preferred) {
        var outcome = preferred == null ? Optional.<RequestOutcome>empty() : submitTo(preferred);
        var tried = preferred;
        for (int attempt = 1; outcome.isEmpty(); attempt++) {
            outcome = submitToAll(others(tried));
            tried = null;
            if (outcome.isEmpty() && !pauseBefore(attempt)) {
                return abandoned();
            }
        }
        return outcome.get();
    }

    /** The front end that settled the request. */
    Optional<FrontendHandle> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    private List<FrontendHandle> others(@Nullable FrontendHandle tried) {
        var links = new ArrayList<>(frontends.locate());
        links.remove(tried);
        return links;
    }

    private Optional<RequestOutcome> submitToAll(List<FrontendHandle> links) {
        return links.stream().map(this::submitTo).flatMap(Optional::stream).findFirst();
    }

    private Optional<RequestOutcome> submitTo(FrontendHandle link) {
        var outcome = reply(link).flatMap(this::outcome);
        answeredBy = outcome.isPresent() ? link : null;
        return outcome;
    }

    private Optional<Reply> reply(FrontendHandle link) {
        var notice = slowCalls.start();
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
            if (!(e instanceof RemoteException failure && RmiFailures.notExecuted(failure))) {
                becomeUncertain();
            }
            return Optional.empty();
        }
    }

    /** The outcome that a reply determines; empty when the request has to be sent again. */
    private Optional<RequestOutcome> outcome(Reply reply) {
        return reply.accept(new OutcomeOfReply());
    }

    private final class OutcomeOfReply implements Reply.Visitor<Optional<RequestOutcome>> {
        @Override
        public Optional<RequestOutcome> visit(Reply.Answered answered) {
            return hasForgotten(answered.response())
                    ? Optional.empty()
                    : Optional.of(new RequestOutcome.Completed(envelope.id(), answered));
        }

        @Override
        public Optional<RequestOutcome> visit(Reply.NotExecuted refused) {
            return uncertain
                    ? Optional.empty()
                    : Optional.of(new RequestOutcome.Unexecuted(refused.cause(), refused.message()));
        }

        @Override
        public Optional<RequestOutcome> visit(Reply.OutcomeUnknown unknown) {
            becomeUncertain();
            return Optional.empty();
        }

        /** Between processes only: a front end does not pass it on. */
        @Override
        public Optional<RequestOutcome> visit(Reply.NotPrimary elsewhere) {
            return Optional.empty();
        }
    }

    /** The cluster no longer knows whether an earlier copy was executed. */
    private boolean hasForgotten(Response response) {
        return uncertain
                && response.refusal().filter(Response.Refused::isExpired).isPresent();
    }

    /** A read changes nothing, so its outcome does not matter. */
    private void becomeUncertain() {
        if (envelope.request().isUpdate() && !uncertain) {
            uncertain = true;
            progress.onUncertainOutcome();
        }
    }

    /** Waits before the next attempt, if there is one. */
    private boolean pauseBefore(int attempt) {
        if (attempt > retryPolicy.maxRetries()) {
            return false;
        }
        progress.onRetry(attempt, retryPolicy.maxRetries(), retryPolicy.retryInterval());
        try {
            retryPolicy.pause().of(retryPolicy.retryInterval());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RequestOutcome abandoned() {
        if (uncertain) {
            return new RequestOutcome.Unknown(
                    envelope.id(),
                    "It is not known whether %s took effect: no clear answer in %d attempts. Check your orders before you try again."
                            .formatted(envelope.request().operation(), retryPolicy.maxRetries() + 1));
        }
        return new RequestOutcome.Unreachable(
                "No front end answers, after %d attempts: %s.%s See what is running with: just-hungry status; start a cluster with: just-hungry up"
                        .formatted(
                                retryPolicy.maxRetries() + 1,
                                frontends.lastResult(),
                                envelope.request().isUpdate() ? " Nothing was changed." : ""));
    }
}
