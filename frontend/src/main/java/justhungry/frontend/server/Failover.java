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
import justhungry.coordination.NameServer;
import justhungry.frontend.failover.Promotion;
import justhungry.frontend.failover.Proposal;

/**
 * One search for a primary (PROTOCOL, "When the primary fails"): reads the register, asks the back ends, proposes. Owned by
 * the failover thread, which it blocks: for the gathering time, and for seconds when the name server was stopped.
 */
final class Failover {
    private final NameServer names;
    private final ControlCalls calls;
    private final Duration gathering;

    /** @param gathering the time in which the back ends must answer with their status */
    Failover(NameServer nameServer, ControlCalls control, Duration gathering) {
        this.names = nameServer;
        this.calls = control;
        this.gathering = gathering;
    }

    Finding search(View known, Roster backends) throws InterruptedException {
        Optional<View> registered = lookUp(known, backends);
        var current = registered.orElse(known);
        if (current.epoch() > known.epoch()) {
            return new Finding.Moved(current);
        }
        var answers = calls.statuses(backends.all(), gathering);
        var newest = newestView(answers);
        if (newest.epoch() > current.epoch()) {
            return new Finding.Moved(newest);
        }
        return act(Promotion.decide(current, answers), current, registered.isPresent());
    }

    /** The register's view; updates the known back ends from the directory as well. Empty when the name server is away. */
    private Optional<View> lookUp(View known, Roster backends) {
        try {
            backends.update(names.look(), known);
            return Optional.of(names.current());
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

    private Finding act(Proposal proposal, View current, boolean registerAnswers) {
        if (proposal instanceof Proposal.Propose change) {
            return registerAnswers ? propose(current, change.next()) : new Finding.RegisterAway();
        }
        if (proposal instanceof Proposal.Wait wait) {
            return new Finding.Nobody(new Reply.NotExecuted(Cause.TOO_FEW_BACK_ENDS, wait.why()));
        }
        if (proposal instanceof Proposal.Refuse refuse) {
            return new Finding.Nobody(new Reply.NotExecuted(Cause.NO_PRIMARY, refuse.why()));
        }
        return new Finding.Unchanged();
    }

    /** When another front end was faster, its view is the one to follow. */
    private Finding propose(View current, View next) {
        try {
            return new Finding.Moved(names.propose(current, next) ? next : names.current());
        } catch (RemoteException e) {
            return new Finding.RegisterAway();
        }
    }
}
