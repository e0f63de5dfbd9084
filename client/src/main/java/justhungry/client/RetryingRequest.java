package justhungry.client;

import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.rmi.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.shop.Request;
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

    /** The front ends from which nothing was heard since the last pause: no connection to them came about. */
    private final Set<String> silent = new LinkedHashSet<>();

    /** The front ends that are there, but to which requests have failed, since the last pause. */
    private final Set<String> failing = new LinkedHashSet<>();

    /** The front ends that have answered since the last pause, but could not tell the outcome. */
    private final Set<String> unsettled = new LinkedHashSet<>();

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
        var reply = reply(link);
        var outcome = reply.flatMap(this::outcome);
        if (reply.isPresent() && outcome.isEmpty()) {
            unsettled.add(link.name());
        }
        answeredBy = outcome.isPresent() ? link : null;
        return outcome;
    }

    private Optional<Reply> reply(FrontendHandle link) {
        var notice = slowCalls.start(envelope.request());
        try {
            return submit(link);
        } catch (RemoteException e) {
            note(link, e);
            return Optional.empty(); // No connection, so nothing was sent.
        } finally {
            notice.cancel(false);
        }
    }

    private Optional<Reply> submit(FrontendHandle link) throws RemoteException {
        var frontend = link.connect();
        try {
            return Optional.of(frontend.submit(envelope));
        } catch (RemoteException | RuntimeException e) { // RMI rethrows what the front end threw, defects included
            note(link, e);
            if (!(e instanceof RemoteException failure && RmiFailures.notExecuted(failure))) {
                becomeUncertain();
            }
            return Optional.empty();
        }
    }

    /** Of one that is not there, it is enough that it is known. */
    private void note(FrontendHandle link, Exception failure) {
        if (failure instanceof ConnectIOException) {
            silent.add(link.name());
            return;
        }
        boolean isAbsent = failure instanceof UnknownHostException
                || (failure instanceof RemoteException remote && RmiFailures.processEnded(remote));
        if (!isAbsent) {
            failing.add(link.name());
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
        progress.onRetry(attempt, retryPolicy.maxRetries(), retryPolicy.retryInterval(), findings());
        silent.clear();
        failing.clear();
        unsettled.clear();
        try {
            retryPolicy.pause().of(retryPolicy.retryInterval());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was found instead of an answer, in words. The name server does not matter where a front end is there. */
    private String findings() {
        var findings = new ArrayList<String>();
        if (!isAnyThere()) {
            findings.add(frontends.lastResult().finding());
        }
        if (!silent.isEmpty()) {
            findings.add(named(silent) + (silent.size() == 1 ? " does not answer" : " do not answer"));
        }
        if (!unsettled.isEmpty()) {
            findings.add(named(unsettled)
                    + (unsettled.size() == 1 ? " does not know the outcome" : " do not know the outcome"));
        }
        if (!failing.isEmpty()) {
            findings.add("requests to %s failed".formatted(named(failing)));
        }
        return String.join("; ", findings);
    }

    private boolean isAnyThere() {
        return !failing.isEmpty() || !unsettled.isEmpty();
    }

    private static String named(Set<String> frontends) {
        return String.join(", ", frontends);
    }

    private RequestOutcome abandoned() {
        int attempts = retryPolicy.maxRetries() + 1;
        if (uncertain && envelope.request() instanceof Request.Update update) {
            return new RequestOutcome.Unknown(envelope.id(), update.accept(new UnknownEffect(attempts)));
        }
        var reason = (isAnyThere() ? "No answer in %d attempts: %s" : "No front end answers, after %d attempts: %s")
                .formatted(attempts, findings());
        var consequence = envelope.request().isUpdate() ? " Nothing was changed." : "";
        return new RequestOutcome.Unreachable(reason, "%s.%s %s".formatted(reason, consequence, remedy()));
    }

    private String remedy() {
        if (!isAnyThere()) {
            return frontends.lastResult().remedy();
        }
        if (failing.isEmpty()) {
            return "To see what is running: just-hungry status";
        }
        return failing.size() == 1
                ? "Look in its log, then restart it (if you started it with just-hungry up: just-hungry logs %1$s, then just-hungry restart %1$s)"
                        .formatted(named(failing))
                : "Look in their logs, then restart them (if you started them with just-hungry up: just-hungry logs)";
    }
}
