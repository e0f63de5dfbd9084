package justhungry.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.frontend.failover.CallFailure;
import justhungry.frontend.failover.FailoverEffect;
import justhungry.frontend.failover.FailoverState;
import justhungry.frontend.failover.FailoverTimeouts;
import org.jspecify.annotations.Nullable;

/** A front end: the production {@link FailoverState}, on the simulated network and clock. */
final class SimulatedFrontend extends SimulatedProcess implements FailoverEffect.Handler {
    private static final Duration RENEWAL_INTERVAL = Duration.ofMillis(500);

    private final SimulationScheduler simulation;
    private final SimulatedNetwork network;
    private final SimulatedNameServer nameServer;
    private final Collection<SimulatedBackend> backends;
    private FailoverState state;
    private FrontendInvariants invariants;
    private @Nullable Instant plannedTick;
    private Duration pausedAt = Duration.ZERO;
    private SimulatedForwarder forwarder;

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
        this.state = newState();
        this.invariants = new FrontendInvariants(nameServer);
        this.forwarder = new SimulatedForwarder(this, simulation);
        live();
    }

    @Override
    void restart() {
        super.restart();
        state = newState();
        invariants = new FrontendInvariants(nameServer);
        forwarder = new SimulatedForwarder(this, simulation);
        plannedTick = null;
        live();
    }

    @Override
    void pause() {
        pausedAt = simulation.now();
        super.pause();
    }

    @Override
    void resume() {
        invariants.onPaused(simulation.now().minus(pausedAt));
        super.resume();
    }

    private FailoverState newState() {
        return new FailoverState(FailoverTimeouts.DEFAULTS, instant());
    }

    /** Whether requests are sent to the primary of that view. */
    boolean hasRouteTo(View view) {
        return forwarder.hasRouteTo(view);
    }

    private void live() {
        inThisLife(Duration.ZERO, () -> handle(List.of()));
        inThisLife(Duration.ZERO, this::renew);
    }

    private void renew() {
        callNameServer(
                answer -> answer.accept(nameServer.listing()),
                (DirectoryListing listing) -> {
                    invariants.onTold(listing.view());
                    handle(state.onListing(listing, instant()));
                    invariants.checkListed(forwarder.primary(), listing);
                },
                () -> {});
        inThisLife(RENEWAL_INTERVAL, this::renew);
    }

    private void handle(List<FailoverEffect> effects) {
        effects.forEach(effect -> effect.execute(this));
        invariants.check(forwarder.view());
        planTick();
    }

    private void planTick() {
        var next = state.nextTick();
        if (next.equals(plannedTick)) {
            return;
        }
        plannedTick = next;
        var wait = Duration.between(instant(), next);
        inThisLife(wait.isNegative() ? Duration.ZERO : wait, () -> {
            if (next.equals(plannedTick)) {
                plannedTick = null;
                handle(state.onTick(instant()));
            }
        });
    }

    @Override
    public void queryStatus(BackendRegistration of) {
        callBackend(
                of,
                (SimulatedBackend backend, Consumer<BackendStatus> answer) -> answer.accept(backend.claimedStatus()),
                status -> {
                    invariants.onStatus(status);
                    if (forwarder.isOpenTo(of)) {
                        invariants.onHeard(simulation.now());
                    }
                    handle(state.onStatus(of, status, instant()));
                },
                failure -> handle(state.onStatusFailed(of, failure, instant())));
    }

    @Override
    public void fetchListing() {
        invariants.onSearch();
        callNameServer(
                answer -> answer.accept(nameServer.listing()),
                (DirectoryListing listing) -> {
                    invariants.onTold(listing.view());
                    handle(state.onListingFetched(listing, instant()));
                },
                () -> handle(state.onListingUnanswered(instant())));
    }

    @Override
    public void propose(View expected, View next) {
        invariants.onProposed(next);
        callNameServer(
                answer -> answer.accept(nameServer.propose(expected, next) ? next : nameServer.current()),
                (View current) -> {
                    invariants.onProposalSettled();
                    invariants.onTold(current);
                    handle(state.onProposalAnswered(current, instant()));
                },
                () -> {
                    invariants.onProposalSettled();
                    handle(state.onProposalUnanswered(instant()));
                });
    }

    @Override
    public void adopt(BackendRegistration by, View view) {
        invariants.onAdopt(view);
        callBackend(
                by,
                (SimulatedBackend backend, Consumer<View> answer) -> {
                    backend.adopt(view, () -> answer.accept(view));
                },
                adopted -> handle(state.onAdopted(by, adopted, instant())),
                failure -> handle(state.onAdoptFailed(view, failure, instant())));
    }

    @Override
    public void cutLane(String backend) {
        forwarder.cutLane(backend);
    }

    @Override
    public void allowLane(String backend) {
        forwarder.allowLane(backend);
    }

    @Override
    public void openRoute(View view, BackendRegistration primary) {
        forwarder.open(new FailoverEffect.OpenRoute(view, primary));
    }

    @Override
    public void holdRequests(View view) {
        forwarder.hold();
    }

    @Override
    public void refuseRequests(View view, Reply.NotExecuted refusal) {
        invariants.onRefused(view, refusal.message());
        forwarder.refuse(refusal);
    }

    @Override
    public void keepStubs(List<BackendRegistration> of) {
        // There are no stubs here.
    }

    @Override
    public void log(String transition) {
        if (transition.contains("silent for")) {
            invariants.onSuspectedOfSilence(simulation.now());
        }
    }

    @Override
    public void abandon(String reason) {
        // It was not asked to exit when short.
    }

    /** Carries a request out, and answers within its timeout. */
    void submit(Envelope envelope, Consumer<Reply> answer) {
        forwarder.submit(envelope, answer);
    }

    void onNotPrimary(BackendRegistration to, long epoch) {
        handle(state.onNotPrimary(to, epoch, instant()));
    }

    void onRequestAnswered(BackendRegistration by) {
        handle(state.onRequestAnswered(by));
    }

    void onRequestFailed(BackendRegistration to, CallFailure failure) {
        handle(state.onRequestFailed(to, failure, instant()));
    }

    /** A call to a process; one that has been restarted since it registered is another process. */
    <A> void callBackend(
            BackendRegistration to,
            BiConsumer<SimulatedBackend, Consumer<A>> work,
            Consumer<A> onAnswer,
            Consumer<CallFailure> onFailure) {
        var target = backends.stream().filter(each -> isProcess(each, to)).findFirst();
        if (target.isEmpty()) {
            inThisLife(Duration.ofMillis(1), () -> onFailure.accept(CallFailure.ENDED));
            return;
        }
        int planned = life();
        network.<A>call(
                this,
                target.get(),
                answer -> {
                    if (isProcess(target.get(), to)) {
                        work.accept(target.get(), answer);
                    }
                },
                answer -> inLife(planned, () -> onAnswer.accept(answer)),
                failing(planned, onFailure));
    }

    private static boolean isProcess(SimulatedBackend backend, BackendRegistration registration) {
        return backend.process().equals(registration.process());
    }

    private <A> void callNameServer(Consumer<Consumer<A>> work, Consumer<A> onAnswer, Runnable onFailure) {
        int planned = life();
        network.<A>call(
                this,
                nameServer,
                work,
                answer -> inLife(planned, () -> onAnswer.accept(answer)),
                failing(planned, any -> onFailure.run()));
    }

    private SimulatedNetwork.CallFailure failing(int planned, Consumer<CallFailure> onFailure) {
        return new SimulatedNetwork.CallFailure() {
            @Override
            public void ended() {
                inLife(planned, () -> onFailure.accept(CallFailure.ENDED));
            }

            @Override
            public void unanswered() {
                inLife(planned, () -> onFailure.accept(CallFailure.UNANSWERED));
            }
        };
    }

    void inThisLife(Duration delay, Runnable work) {
        int planned = life();
        simulation.after(delay, () -> {
            if (planned == life()) {
                deliver(work);
            }
        });
    }

    private void inLife(int planned, Runnable work) {
        if (planned == life()) {
            work.run();
        }
    }

    private Instant instant() {
        return Instant.EPOCH.plus(simulation.now());
    }
}
