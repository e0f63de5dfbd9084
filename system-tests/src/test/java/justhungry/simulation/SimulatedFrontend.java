package justhungry.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.frontend.failover.FailureDetector;
import justhungry.frontend.failover.Promotion;
import justhungry.frontend.failover.PromotionDecision;
import justhungry.frontend.forwarding.RetryState;
import org.jspecify.annotations.Nullable;

/** A front end: the production routing decisions, on the simulated network. */
final class SimulatedFrontend extends SimulatedProcess {
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(100);
    private static final Duration GATHER_TIMEOUT = Duration.ofMillis(400);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(50);

    private final SimulationScheduler simulation;
    private final SimulatedNetwork network;
    private final SimulatedNameServer nameServer;
    private final Collection<SimulatedBackend> backends;
    private FailureDetector failureDetector = newFailureDetector();
    private View view = View.NONE;
    private boolean searching;

    SimulatedFrontend(
            String name,
            SimulationScheduler simulation,
            SimulatedNetwork network,
            SimulatedNameServer nameServer,
            Collection<SimulatedBackend> backends) {
        super(name);
        this.simulation = simulation;
        this.network = network;
        this.nameServer = nameServer;
        this.backends = backends;
        live();
    }

    @Override
    void restart() {
        super.restart();
        view = View.NONE;
        searching = false;
        failureDetector = newFailureDetector();
        live();
    }

    private static FailureDetector newFailureDetector() {
        return new FailureDetector(Duration.ofSeconds(1));
    }

    private void live() {
        inThisLife(Duration.ZERO, this::sendHeartbeat);
    }

    /** Carries a request out, and answers within its timeout. */
    void submit(Envelope envelope, Consumer<Reply> answer) {
        var end = simulation.now().plus(REQUEST_TIMEOUT);
        attempt(envelope, new RetryState(envelope.id(), envelope.request()), end, answer);
    }

    private void attempt(Envelope envelope, RetryState attempt, Duration end, Consumer<Reply> answer) {
        if (simulation.now().compareTo(end) > 0) {
            answer.accept(attempt.onDeadline());
            return;
        }
        Runnable again = () -> inThisLife(RETRY_INTERVAL, () -> attempt(envelope, attempt, end, answer));
        var primary = primary();
        if (primary == null || searching) {
            again.run();
            return;
        }
        attempt.onSent();
        network.<Reply>call(
                this,
                primary,
                reply -> primary.request(envelope, reply),
                reply -> {
                    if (reply instanceof Reply.NotPrimary notPrimary) {
                        follow(notPrimary.view());
                    }
                    attempt.onReply(reply).ifPresentOrElse(answer, again);
                },
                new SimulatedNetwork.CallFailure() {
                    @Override
                    public void ended() {
                        failureDetector.onEnded();
                        attempt.onFailure(RetryState.AttemptFailure.NOT_EXECUTED);
                        again.run();
                    }

                    @Override
                    public void unanswered() {
                        attempt.onFailure(RetryState.AttemptFailure.UNKNOWN);
                        again.run();
                    }
                });
    }

    private void sendHeartbeat() {
        var primary = primary();
        if (primary != null) {
            fetchStatus(primary, status -> {
                failureDetector.onStatus(status, instant());
                if (status.epoch() < view.epoch()) {
                    publish(primary, view);
                }
                follow(status.view());
            });
        }
        if (!searching && (primary == null || failureDetector.reason(instant()).isPresent())) {
            search();
        }
        inThisLife(HEARTBEAT_INTERVAL, this::sendHeartbeat);
    }

    private void search() {
        searching = true;
        network.<View>call(
                this,
                nameServer,
                answer -> answer.accept(nameServer.current()),
                current -> {
                    if (current.epoch() > view.epoch()) {
                        follow(current);
                        searching = false;
                    } else {
                        gather(current);
                    }
                },
                failing());
    }

    private void gather(View current) {
        Map<Member, BackendStatus> answers = new TreeMap<>();
        for (var backend : backends) {
            fetchStatus(backend, status -> answers.put(status.member(), status));
        }
        inThisLife(GATHER_TIMEOUT, () -> decide(current, answers));
    }

    private void decide(View current, Map<Member, BackendStatus> answers) {
        if (!(Promotion.decide(current, answers) instanceof PromotionDecision.NextView proposal)) {
            searching = false;
            failureDetector.watch(view, instant());
            return;
        }
        network.<View>call(
                this,
                nameServer,
                answer -> answer.accept(
                        nameServer.propose(current, proposal.next()) ? proposal.next() : nameServer.current()),
                accepted -> {
                    follow(accepted);
                    searching = false;
                },
                failing());
    }

    private void follow(View next) {
        if (next.epoch() <= view.epoch()) {
            return;
        }
        view = next;
        failureDetector.watch(view, instant());
        var primary = primary();
        if (primary != null) {
            publish(primary, next);
        }
    }

    private void publish(SimulatedBackend backend, View current) {
        network.<View>call(this, backend, answer -> backend.adopt(current), adopted -> {}, failing());
    }

    private void fetchStatus(SimulatedBackend backend, Consumer<BackendStatus> onStatus) {
        network.<BackendStatus>call(
                this, backend, answer -> answer.accept(backend.status()), onStatus, new SimulatedNetwork.CallFailure() {
                    @Override
                    public void ended() {
                        if (view.primary().filter(backend.member()::equals).isPresent()) {
                            failureDetector.onEnded();
                        }
                    }

                    @Override
                    public void unanswered() {
                        // The failure detector notices the silence.
                    }
                });
    }

    private @Nullable SimulatedBackend primary() {
        return backends.stream()
                .filter(backend ->
                        view.primary().filter(backend.member()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    private SimulatedNetwork.CallFailure failing() {
        return new SimulatedNetwork.CallFailure() {
            @Override
            public void ended() {
                searching = false;
            }

            @Override
            public void unanswered() {
                searching = false;
            }
        };
    }

    private void inThisLife(Duration delay, Runnable work) {
        int planned = life();
        simulation.after(delay, () -> {
            if (planned == life()) {
                deliver(work);
            }
        });
    }

    private Instant instant() {
        return Instant.EPOCH.plus(simulation.now());
    }
}
