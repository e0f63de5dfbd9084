package justhungry.frontend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.frontend.failover.FailureDetector;
import justhungry.frontend.failover.KnownBackends;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.PrimaryRoute;
import justhungry.frontend.forwarding.RequestRoute;
import justhungry.frontend.forwarding.StubCache;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.LaneConnections;
import justhungry.platform.rmi.RmiFailures;
import org.jspecify.annotations.Nullable;

/**
 * The supervision of the primary, and the search for the next one. All of it happens on the thread "failover", which owns every
 * field that changes; other threads hand over reports, and read the {@link CurrentRoute}.
 */
final class FailoverThread implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FailoverThread.class.getName());

    private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(100);

    /** The interval after a heartbeat that failed: a process that was just killed refuses the next one. */
    private static final Duration HEARTBEAT_INTERVAL_AFTER_FAILURE = Duration.ofMillis(10);

    /** The time in which a new primary should take its view; after that, requests are sent to it all the same. */
    private static final Duration ADOPT_TIMEOUT = Duration.ofMillis(400);

    private static final Duration MIN_PAUSE = Duration.ofMillis(50);
    private static final Duration MAX_PAUSE = Duration.ofMillis(500);

    /** The limit of reports that wait for the thread. More are dropped: the same will be reported again. */
    private static final int MAX_REPORTS = 1_024;

    private final BlockingQueue<Report> reports = new ArrayBlockingQueue<>(MAX_REPORTS);
    private final Thread thread = new Thread(this::run, "failover");
    private final StubCache stubs;
    private final ControlClient control;
    private final PrimarySearch primarySearch;
    private final CurrentRoute currentRoute;
    private final AvailabilityWatch availability;
    private final FailureDetector failureDetector;
    private final KnownBackends backends = new KnownBackends();

    private View view = View.NONE;
    private boolean searching;
    private Instant nextAction = now();
    private Duration pause = MIN_PAUSE;
    private String lastTransition = "";
    private @Nullable CompletableFuture<BackendStatus> heartbeat;

    FailoverThread(
            StubCache stubs,
            ControlClient control,
            PrimarySearch primarySearch,
            CurrentRoute currentRoute,
            AvailabilityWatch availability,
            Duration suspectTimeout) {
        this.stubs = stubs;
        this.control = control;
        this.primarySearch = primarySearch;
        this.currentRoute = currentRoute;
        this.availability = availability;
        this.failureDetector = new FailureDetector(suspectTimeout);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes the directory's newest listing, from any thread. */
    void onListing(DirectoryListing listing) {
        report(() -> {
            backends.update(listing, view);
            stubs.keepOnly(backends.all());
            follow(listing.view());
            if (!searching && !currentRoute.route().isOpen()) {
                open();
            }
        });
    }

    /** Takes a sender's report that the primary did not do what it should; {@code newest} is the newest view that it met. */
    private void onProblem(View newest) {
        report(() -> {
            follow(newest);
            if (!searching) {
                nextAction = now();
            }
        });
    }

    private void report(Report report) {
        var unused = reports.offer(report);
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

    private void step() throws InterruptedException {
        var wait = Duration.between(now(), nextAction);
        if (wait.isNegative() || wait.isZero()) {
            act();
            return;
        }
        var report = reports.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (report != null) {
            report.apply();
        }
    }

    private void act() throws InterruptedException {
        var reason = failureDetector.reason(now());
        if (reason.isPresent()) {
            search(reason.get());
        } else {
            heartbeat();
        }
        availability.check(currentRoute.route(), backends.listed(), now());
    }

    private void heartbeat() {
        nextAction = now().plus(HEARTBEAT_INTERVAL);
        if (heartbeat == null || heartbeat.isDone()) {
            view.primary().flatMap(backends::registrationOf).ifPresent(this::heartbeat);
        }
    }

    private void heartbeat(BackendRegistration primary) {
        var asked = control.status(primary);
        heartbeat = asked;
        var unused = asked.whenComplete((status, failure) -> report(() -> {
            if (heartbeat == asked) {
                onHeartbeat(primary, status, failure);
            }
        }));
    }

    private void onHeartbeat(BackendRegistration primary, @Nullable BackendStatus status, @Nullable Throwable failure)
            throws InterruptedException {
        if (status != null) {
            onStatus(primary, status);
        } else if (failure instanceof RemoteException ended && RmiFailures.processEnded(ended)) {
            failureDetector.onEnded();
            nextAction = now();
        } else {
            nextAction = now().plus(HEARTBEAT_INTERVAL_AFTER_FAILURE);
        }
    }

    private void onStatus(BackendRegistration primary, BackendStatus status) throws InterruptedException {
        failureDetector.onStatus(status, now());
        LaneConnections.allow(requestsLane(primary.name()));
        if (status.epoch() < view.epoch()) {
            var unused = control.adopt(primary, view);
        }
        follow(status.view());
    }

    private void search(String reason) throws InterruptedException {
        if (!searching) {
            beginSearch(reason);
        }
        conclude(primarySearch.search(view, backends));
        if (searching) {
            postponeSearch();
        }
    }

    private void conclude(SearchResult finding) throws InterruptedException {
        if (finding instanceof SearchResult.NewerView moved) {
            follow(moved.view());
        } else if (finding instanceof SearchResult.PrimaryAlive) {
            logTransition("the primary is alive and continues");
            view.primary().ifPresent(primary -> LaneConnections.allow(requestsLane(primary.name())));
            open();
        } else if (finding instanceof SearchResult.NoPrimary nobody) {
            logTransition(nobody.refusal().message());
            currentRoute.changeTo(new RequestRoute.Closed(view, nobody.refusal()));
        } else {
            logTransition(
                    "no new primary can be chosen while the name server does not answer: restart the name server");
        }
    }

    /** Cuts the calls that hang at the suspected primary. */
    private void beginSearch(String reason) {
        searching = true;
        currentRoute.changeTo(new RequestRoute.Searching(view));
        view.primary().ifPresent(primary -> {
            logTransition("%s is suspected: %s".formatted(primary.name(), reason));
            LaneConnections.cut(requestsLane(primary.name()));
        });
    }

    /** Postpones the next search; a new view cuts the pause short. */
    private void postponeSearch() {
        nextAction = now().plus(pause);
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(MAX_PAUSE) < 0 ? longer : MAX_PAUSE;
    }

    /** Adopts a view that the register has accepted, if it is newer. */
    private void follow(View next) throws InterruptedException {
        if (next.epoch() <= view.epoch()) {
            return;
        }
        boolean samePrimary = next.primary().equals(view.primary());
        view = next;
        if (!samePrimary || searching) {
            adoptAtPrimary();
        }
        logTransition("%s is primary, in-sync %s"
                .formatted(view.primary().orElseThrow().name(), view.inSync()));
        open();
    }

    /** Hands the primary its view, because it may not know it yet and would refuse the first requests. */
    private void adoptAtPrimary() throws InterruptedException {
        var primary = view.primary().flatMap(backends::registrationOf);
        if (primary.isPresent()
                && ControlClient.await(control.adopt(primary.get(), view), ADOPT_TIMEOUT)
                        .isPresent()) {
            LaneConnections.allow(requestsLane(primary.get().name()));
        }
    }

    /** Opens the route to the view's primary, once its registration is known. */
    private void open() {
        searching = false;
        pause = MIN_PAUSE;
        heartbeat = null;
        failureDetector.watch(view, now());
        nextAction = now();
        currentRoute.changeTo(view.primary()
                .flatMap(backends::registrationOf)
                .<RequestRoute>map(primary -> new PrimaryRoute(view, primary, stubs, this::onProblem))
                .orElseGet(() -> new RequestRoute.Searching(view)));
    }

    /** Logs a change of state, once. */
    private void logTransition(String what) {
        var transition = "epoch=%d: %s".formatted(view.epoch(), what);
        if (!transition.equals(lastTransition)) {
            lastTransition = transition;
            LOG.log(Level.INFO, transition);
        }
    }

    private static Lane requestsLane(String backend) {
        return new Lane(backend, "requests");
    }

    /** Instants of a clock that does not step. */
    private static Instant now() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private interface Report {
        void apply() throws InterruptedException;
    }
}
