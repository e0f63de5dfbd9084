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
import justhungry.api.directory.Listing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.frontend.failover.Suspicion;
import justhungry.frontend.forwarding.PrimaryRoute;
import justhungry.frontend.forwarding.Route;
import justhungry.frontend.forwarding.Signpost;
import justhungry.frontend.forwarding.Stubs;
import justhungry.platform.rmi.Connections;
import justhungry.platform.rmi.Failures;
import justhungry.platform.rmi.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The supervision of the primary, and the search for the next one. All of it happens on the thread "failover", which owns every
 * field that changes; other threads hand over reports, and read the {@link Signpost}.
 */
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Supervisor.class.getName());

    private static final Duration BEAT = Duration.ofMillis(100);

    /** The interval after a heartbeat that failed: a process that was just killed refuses the next one. */
    private static final Duration BEAT_AFTER_FAILURE = Duration.ofMillis(10);

    /** The time in which a new primary should take its view; after that, requests are sent to it all the same. */
    private static final Duration ADOPTING = Duration.ofMillis(400);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** The limit of reports that wait for the thread. More are dropped: the same will be reported again. */
    private static final int MOST_REPORTS = 1_024;

    private final BlockingQueue<Report> reports = new ArrayBlockingQueue<>(MOST_REPORTS);
    private final Thread thread = new Thread(this::run, "failover");
    private final Stubs stubs;
    private final ControlCalls calls;
    private final Failover failover;
    private final Signpost signpost;
    private final ShortageWatch shortage;
    private final Suspicion suspicion;
    private final Roster roster = new Roster();

    private View view = View.NONE;
    private boolean searching;
    private Instant nextAct = now();
    private Duration pause = FIRST_PAUSE;
    private String lastNews = "";
    private @Nullable CompletableFuture<BackendStatus> beat;

    Supervisor(
            Stubs stubs,
            ControlCalls control,
            Failover primarySearch,
            Signpost currentRoute,
            ShortageWatch availability,
            Duration suspectTimeout) {
        this.stubs = stubs;
        this.calls = control;
        this.failover = primarySearch;
        this.signpost = currentRoute;
        this.shortage = availability;
        this.suspicion = new Suspicion(suspectTimeout);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes the directory's newest listing, from any thread. */
    void onListing(Listing listing) {
        report(() -> {
            roster.update(listing, view);
            stubs.keepOnly(roster.all());
            follow(listing.view());
            if (!searching && !signpost.route().isOpen()) {
                open();
            }
        });
    }

    /** Takes a sender's report that the primary did not do what it should; {@code newest} is the newest view that it met. */
    private void onTrouble(View newest) {
        report(() -> {
            follow(newest);
            if (!searching) {
                nextAct = now();
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
        var wait = Duration.between(now(), nextAct);
        if (wait.isNegative() || wait.isZero()) {
            act();
            return;
        }
        var report = reports.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (report != null) {
            report.happen();
        }
    }

    private void act() throws InterruptedException {
        var reason = suspicion.reason(now());
        if (reason.isPresent()) {
            search(reason.get());
        } else {
            beat();
        }
        shortage.look(signpost.route(), roster.listed(), now());
    }

    private void beat() {
        nextAct = now().plus(BEAT);
        if (beat == null || beat.isDone()) {
            view.primary().flatMap(roster::find).ifPresent(this::beat);
        }
    }

    private void beat(BackendRegistration primary) {
        var asked = calls.status(primary);
        beat = asked;
        var unused = asked.whenComplete((status, failure) -> report(() -> {
            if (beat == asked) {
                onBeat(primary, status, failure);
            }
        }));
    }

    private void onBeat(BackendRegistration primary, @Nullable BackendStatus status, @Nullable Throwable failure)
            throws InterruptedException {
        if (status != null) {
            onStatus(primary, status);
        } else if (failure instanceof RemoteException ended && Failures.processEnded(ended)) {
            suspicion.onEnded();
            nextAct = now();
        } else {
            nextAct = now().plus(BEAT_AFTER_FAILURE);
        }
    }

    private void onStatus(BackendRegistration primary, BackendStatus status) throws InterruptedException {
        suspicion.onStatus(status, now());
        Connections.allow(requestsLane(primary.name()));
        if (status.epoch() < view.epoch()) {
            var unused = calls.adopt(primary, view);
        }
        follow(status.view());
    }

    private void search(String reason) throws InterruptedException {
        if (!searching) {
            beginSearch(reason);
        }
        conclude(failover.search(view, roster));
        if (searching) {
            waitAWhile();
        }
    }

    private void conclude(Finding finding) throws InterruptedException {
        if (finding instanceof Finding.Moved moved) {
            follow(moved.view());
        } else if (finding instanceof Finding.Unchanged) {
            news("the primary is alive and continues");
            view.primary().ifPresent(primary -> Connections.allow(requestsLane(primary.name())));
            open();
        } else if (finding instanceof Finding.Nobody nobody) {
            news(nobody.refusal().message());
            signpost.turn(new Route.Closed(view, nobody.refusal()));
        } else {
            news("no new primary can be chosen while the name server does not answer: restart the name server");
        }
    }

    /** Cuts the calls that hang at the suspected primary. */
    private void beginSearch(String reason) {
        searching = true;
        signpost.turn(new Route.Searching(view));
        view.primary().ifPresent(primary -> {
            news("%s is suspected: %s".formatted(primary.name(), reason));
            Connections.cut(requestsLane(primary.name()));
        });
    }

    /** Postpones the next search; a new view cuts the pause short. */
    private void waitAWhile() {
        nextAct = now().plus(pause);
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** Adopts a view that the register has accepted, if it is newer. */
    private void follow(View next) throws InterruptedException {
        if (next.epoch() <= view.epoch()) {
            return;
        }
        boolean samePrimary = next.primary().equals(view.primary());
        view = next;
        if (!samePrimary || searching) {
            tellPrimary();
        }
        news("%s is primary, in-sync %s".formatted(view.primary().orElseThrow().name(), view.inSync()));
        open();
    }

    /** Hands the primary its view, because it may not know it yet and would refuse the first requests. */
    private void tellPrimary() throws InterruptedException {
        var primary = view.primary().flatMap(roster::find);
        if (primary.isPresent()
                && ControlCalls.await(calls.adopt(primary.get(), view), ADOPTING)
                        .isPresent()) {
            Connections.allow(requestsLane(primary.get().name()));
        }
    }

    /** Opens the route to the view's primary, once its registration is known. */
    private void open() {
        searching = false;
        pause = FIRST_PAUSE;
        beat = null;
        suspicion.watch(view, now());
        nextAct = now();
        signpost.turn(view.primary()
                .flatMap(roster::find)
                .<Route>map(primary -> new PrimaryRoute(view, primary, stubs, this::onTrouble))
                .orElseGet(() -> new Route.Searching(view)));
    }

    /** Logs a change of state, once. */
    private void news(String what) {
        var transition = "epoch=%d: %s".formatted(view.epoch(), what);
        if (!transition.equals(lastNews)) {
            lastNews = transition;
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
        void happen() throws InterruptedException;
    }
}
