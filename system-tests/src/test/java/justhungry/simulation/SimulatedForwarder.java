package justhungry.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.frontend.failover.CallFailure;
import justhungry.frontend.failover.FailoverEffect.OpenRoute;
import justhungry.frontend.forwarding.RetryState;
import org.jspecify.annotations.Nullable;

/** The requests of one run of a front end: the production {@link RetryState}, and a route that the front end changes. */
final class SimulatedForwarder {
    private static final Duration RETRY_DELAY = Duration.ofMillis(25);

    private final SimulatedFrontend frontend;
    private final SimulationScheduler simulation;
    private final Set<String> cutLanes = new HashSet<>();
    private final Set<SentRequest> underWay = new LinkedHashSet<>();
    private @Nullable OpenRoute route;
    private Reply.@Nullable NotExecuted refusal;

    SimulatedForwarder(SimulatedFrontend frontend, SimulationScheduler simulation) {
        this.frontend = frontend;
        this.simulation = simulation;
    }

    void open(OpenRoute next) {
        route = next;
        refusal = null;
    }

    void hold() {
        route = null;
        refusal = null;
    }

    void refuse(Reply.NotExecuted with) {
        route = null;
        refusal = with;
    }

    /** The calls under way end, and each is reported, as events of their own. */
    void cutLane(String backend) {
        cutLanes.add(backend);
        List.copyOf(underWay).stream()
                .filter(request -> request.to.name().equals(backend))
                .forEach(
                        request -> frontend.inThisLife(Duration.ZERO, () -> request.onFailure(CallFailure.UNANSWERED)));
    }

    void allowLane(String backend) {
        cutLanes.remove(backend);
    }

    /** The view to whose primary requests are sent; null when they are not sent. */
    @Nullable
    View view() {
        return route == null ? null : route.view();
    }

    /** Whether requests are sent to that process. */
    boolean isOpenTo(BackendRegistration primary) {
        return route != null && route.primary().process().equals(primary.process());
    }

    /** The process that requests are sent to; null when they are not sent. */
    @Nullable
    BackendRegistration primary() {
        return route == null ? null : route.primary();
    }

    boolean hasRouteTo(View view) {
        return route != null
                && route.view().equals(view)
                && !cutLanes.contains(route.primary().name());
    }

    void submit(Envelope envelope, Consumer<Reply> answer) {
        var end = simulation.now().plus(Frontend.REQUEST_TIMEOUT);
        attempt(envelope, new RetryState(envelope.id(), envelope.request()), end, answer);
    }

    private void attempt(Envelope envelope, RetryState attempt, Duration end, Consumer<Reply> answer) {
        if (simulation.now().compareTo(end) > 0) {
            answer.accept(attempt.onDeadline());
            return;
        }
        Runnable again = () -> frontend.inThisLife(RETRY_DELAY, () -> attempt(envelope, attempt, end, answer));
        if (refusal != null) {
            attempt.onReply(refusal).ifPresentOrElse(answer, again);
        } else if (route == null) {
            again.run();
        } else {
            attempt.onSent();
            send(envelope, new SentRequest(route, attempt, answer, again));
        }
    }

    private void send(Envelope envelope, SentRequest request) {
        underWay.add(request);
        if (cutLanes.contains(request.to.name())) {
            request.onFailure(CallFailure.ENDED);
            return;
        }
        frontend.callBackend(
                request.to,
                (SimulatedBackend backend, Consumer<Batch.Replies> reply) -> backend.request(envelope, reply),
                request::onReply,
                request::onFailure);
    }

    /** A request under way. It ends once: by its reply, by a failure, or when its lane is cut. */
    private final class SentRequest {
        private final View routedBy;
        private final BackendRegistration to;
        private final RetryState retryState;
        private final Consumer<Reply> answer;
        private final Runnable again;

        SentRequest(OpenRoute route, RetryState retryState, Consumer<Reply> answer, Runnable again) {
            this.routedBy = route.view();
            this.to = route.primary();
            this.retryState = retryState;
            this.answer = answer;
            this.again = again;
        }

        void onReply(Batch.Replies replies) {
            if (underWay.remove(this)) {
                var reply = replies.replies().get(0);
                retryState.onReply(reply, replies.epoch(), routedBy).ifPresentOrElse(answer, again);
                if (reply instanceof Reply.NotPrimary || replies.epoch() != routedBy.epoch()) {
                    frontend.onNotPrimary(to, replies.epoch());
                } else {
                    frontend.onRequestAnswered(to);
                }
            }
        }

        void onFailure(CallFailure failure) {
            if (underWay.remove(this)) {
                retryState.onFailure(
                        failure == CallFailure.ENDED
                                ? RetryState.AttemptFailure.NOT_EXECUTED
                                : RetryState.AttemptFailure.UNKNOWN);
                again.run();
                frontend.onRequestFailed(to, failure);
            }
        }
    }
}
