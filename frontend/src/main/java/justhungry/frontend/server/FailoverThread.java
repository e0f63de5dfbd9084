package justhungry.frontend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.frontend.failover.CallFailure;
import justhungry.frontend.failover.FailoverEffect;
import justhungry.frontend.failover.FailoverState;
import justhungry.frontend.failover.FailoverTimeouts;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.PrimaryRoute;
import justhungry.frontend.forwarding.RequestRoute;
import justhungry.frontend.forwarding.StubCache;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.LaneConnections;
import justhungry.platform.rmi.RmiFailures;

/**
 * The queue, the calls and the clock of the {@link FailoverState}. The thread "failover" owns the state and executes its
 * effects, none of which blocks; other threads hand events over, and read the {@link CurrentRoute}.
 */
final class FailoverThread implements FailoverEffect.Handler, AutoCloseable {
    private static final Logger LOG = System.getLogger(FailoverThread.class.getName());

    /** The limit of waiting events for problems and listings. More are dropped: the same will be reported again. */
    private static final int MAX_EVENTS = 1_024;

    /** Outcomes of calls are never dropped: their number is bounded by that of the calls. */
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private final Thread thread = new Thread(this::run, "failover");
    private final FailoverState state;
    private final StubCache stubs;
    private final ControlClient control;
    private final CurrentRoute currentRoute;
    private final Consumer<String> abandon;

    /** The view of the route that was opened last. */
    private View routed = View.NONE;

    /** @param abandon takes the reason when too few back ends were usable for too long, again and again */
    FailoverThread(
            FailoverTimeouts timeouts,
            StubCache stubs,
            ControlClient control,
            CurrentRoute currentRoute,
            Consumer<String> abandon) {
        this.state = new FailoverState(timeouts, now());
        this.stubs = stubs;
        this.control = control;
        this.currentRoute = currentRoute;
        this.abandon = abandon;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes the directory's newest listing, from any thread. */
    void onListing(DirectoryListing listing) {
        report(now -> state.onListing(listing, now));
    }

    private void report(Event event) {
        if (events.size() < MAX_EVENTS) {
            events.add(event);
        }
    }

    private void run() {
        try {
            while (true) {
                step();
            }
        } catch (InterruptedException e) {
            // The front end ends.
        }
    }

    /** What has come is handled before a tick: an answer that waited must not count for a search that began after it. */
    void step() throws InterruptedException {
        var wait = Duration.between(now(), state.nextTick());
        var event = events.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        var effects = event == null ? state.onTick(now()) : event.apply(now());
        effects.forEach(effect -> effect.execute(this));
    }

    @Override
    public void queryStatus(BackendRegistration of) {
        whenDone(
                control.status(of),
                (status, now) -> state.onStatus(of, status, now),
                (failure, now) -> state.onStatusFailed(of, failure, now));
    }

    @Override
    public void fetchListing() {
        whenDone(control.listing(), state::onListingFetched, (failure, now) -> state.onListingUnanswered(now));
    }

    @Override
    public void propose(View expected, View next) {
        whenDone(
                control.propose(expected, next),
                state::onProposalAnswered,
                (failure, now) -> state.onProposalUnanswered(now));
    }

    @Override
    public void adopt(BackendRegistration by, View view) {
        whenDone(
                control.adopt(by, view),
                (adopted, now) -> state.onAdopted(by, adopted, now),
                (failure, now) -> state.onAdoptFailed(view, failure, now));
    }

    private <T> void whenDone(
            CompletableFuture<T> call,
            BiFunction<T, Instant, List<FailoverEffect>> onAnswer,
            BiFunction<CallFailure, Instant, List<FailoverEffect>> onFailure) {
        var unused = call.whenComplete((answer, failure) -> events.add(
                failure == null
                        ? now -> onAnswer.apply(answer, now)
                        : now -> onFailure.apply(callFailure(failure), now)));
    }

    private static CallFailure callFailure(Throwable failure) {
        return failure instanceof RemoteException remote && RmiFailures.processEnded(remote)
                ? CallFailure.ENDED
                : CallFailure.UNANSWERED;
    }

    @Override
    public void cutLane(String backend) {
        LaneConnections.cut(requestsLane(backend));
    }

    @Override
    public void allowLane(String backend) {
        LaneConnections.allow(requestsLane(backend));
    }

    private static Lane requestsLane(String backend) {
        return new Lane(backend, Lane.REQUESTS);
    }

    @Override
    public void openRoute(View view, BackendRegistration primary) {
        currentRoute.changeTo(new PrimaryRoute(view, primary, stubs, new PrimaryRoute.ProblemListener() {
            @Override
            public void onCallFailed(Exception failure) {
                if (RmiFailures.notUnderstood(failure)) {
                    return; // The request's fault: the back end does not know it.
                }
                // Only a refusal: who still listens may be alive, and then the search would cut what is under way
                // there.
                var kind = RmiFailures.isRefused(failure) ? CallFailure.ENDED : CallFailure.UNANSWERED;
                report(now -> whileRouted(view, () -> state.onRequestFailed(primary, kind, now)));
            }

            @Override
            public void onNotPrimary(long epoch) {
                report(now -> whileRouted(view, () -> state.onNotPrimary(primary, epoch, now)));
            }

            @Override
            public void onAnswered() {
                // Never dropped: it is said once.
                events.add(now -> whileRouted(view, () -> state.onRequestAnswered(primary)));
            }
        }));
        routed = view;
    }

    /** What comes late of a route before the one that is open tells nothing of this one. */
    private List<FailoverEffect> whileRouted(View view, Supplier<List<FailoverEffect>> event) {
        return view.equals(routed) ? event.get() : List.of();
    }

    @Override
    public void holdRequests(View view) {
        currentRoute.changeTo(new RequestRoute.Searching(view));
    }

    @Override
    public void refuseRequests(View view, Reply.NotExecuted refusal) {
        currentRoute.changeTo(new RequestRoute.Closed(view, refusal));
    }

    @Override
    public void keepStubs(List<BackendRegistration> of) {
        stubs.keepOnly(of);
    }

    @Override
    public void log(String transition) {
        LOG.log(Level.INFO, transition);
    }

    @Override
    public void abandon(String reason) {
        abandon.accept(reason);
    }

    /** Instants of a clock that does not step. */
    private static Instant now() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private interface Event extends Function<Instant, List<FailoverEffect>> {}
}
