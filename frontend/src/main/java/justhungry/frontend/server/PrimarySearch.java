package justhungry.frontend.server;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Cause;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.coordination.NameServerClient;
import justhungry.frontend.failover.KnownBackends;
import justhungry.frontend.failover.Promotion;
import justhungry.frontend.failover.PromotionDecision;

/**
 * One search for a primary (PROTOCOL, "When the primary fails"): reads the register, asks the back ends, proposes. Owned by
 * the failover thread, which it blocks: for the gathering time, and for seconds when the name server was stopped.
 */
final class PrimarySearch {
    private final NameServerClient nameServer;
    private final ControlClient control;
    private final Duration gatherTimeout;

    /** @param gatherTimeout the time in which the back ends must answer with their status */
    PrimarySearch(NameServerClient nameServer, ControlClient control, Duration gatherTimeout) {
        this.nameServer = nameServer;
        this.control = control;
        this.gatherTimeout = gatherTimeout;
    }

    SearchResult search(View known, KnownBackends backends) throws InterruptedException {
        Optional<View> registered = queryNameServer(known, backends);
        var current = registered.orElse(known);
        if (current.epoch() > known.epoch()) {
            return new SearchResult.NewerView(current);
        }
        var answers = control.statuses(backends.all(), gatherTimeout);
        var newest = newestView(answers);
        if (newest.epoch() > current.epoch()) {
            return new SearchResult.NewerView(newest);
        }
        return act(Promotion.decide(current, answers), current, registered.isPresent());
    }

    /** The register's view; updates the known back ends from the directory as well. Empty when the name server is away. */
    private Optional<View> queryNameServer(View known, KnownBackends backends) {
        try {
            backends.update(nameServer.listing(), known);
            return Optional.of(nameServer.current());
        } catch (RemoteException e) {
            return Optional.empty();
        }
    }

    /** Back ends only know views that the register has accepted. */
    private static View newestView(Map<Member, BackendStatus> answers) {
        return answers.values().stream()
                .map(BackendStatus::view)
                .max(Comparator.comparingLong(View::epoch))
                .orElse(View.NONE);
    }

    private SearchResult act(PromotionDecision proposal, View current, boolean registerAnswers) {
        if (proposal instanceof PromotionDecision.NextView change) {
            return registerAnswers ? propose(current, change.next()) : new SearchResult.RegisterUnavailable();
        }
        if (proposal instanceof PromotionDecision.NotYet wait) {
            return new SearchResult.NoPrimary(new Reply.NotExecuted(Cause.TOO_FEW_BACK_ENDS, wait.reason()));
        }
        if (proposal instanceof PromotionDecision.NeedsOperator refuse) {
            return new SearchResult.NoPrimary(new Reply.NotExecuted(Cause.NO_PRIMARY, refuse.reason()));
        }
        return new SearchResult.PrimaryAlive();
    }

    /** When another front end was faster, its view is the one to follow. */
    private SearchResult propose(View current, View next) {
        try {
            return new SearchResult.NewerView(nameServer.propose(current, next) ? next : nameServer.current());
        } catch (RemoteException e) {
            return new SearchResult.RegisterUnavailable();
        }
    }
}
