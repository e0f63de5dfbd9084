package justhungry.frontend.failover;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import org.jspecify.annotations.Nullable;

/** One round of a search for a primary: what was asked, and the answers so far. */
final class PrimarySearch {
    private final Instant deadline;
    private final Set<UUID> asked = new HashSet<>();
    private final Set<UUID> unanswered = new HashSet<>();
    private final Map<Member, BackendStatus> answers = new TreeMap<>();
    private boolean registerAsked = true;
    private boolean awaitsOlderListing;
    private @Nullable View registered;

    /**
     * Begins a round.
     *
     * @param deadline the end of the wait for statuses; the register is waited for until it has answered or failed
     * @param listingIsOpen whether a listing was asked for before this round, and is still awaited
     */
    PrimarySearch(Instant deadline, boolean listingIsOpen) {
        this.deadline = deadline;
        this.awaitsOlderListing = listingIsOpen;
    }

    Instant deadline() {
        return deadline;
    }

    /** Waits for a back end's status, too; returns false when it was asked in this round before. */
    boolean expect(BackendRegistration backend) {
        boolean isNew = asked.add(backend.process());
        if (isNew) {
            unanswered.add(backend.process());
        }
        return isNew;
    }

    /** A status of another member, or of a process that was not asked, counts as none. */
    void onStatus(BackendRegistration from, BackendStatus status) {
        unanswered.remove(from.process());
        if (status.member().equals(from.member()) && asked.contains(from.process())) {
            answers.put(status.member(), status);
        }
    }

    void onNoStatus(BackendRegistration from) {
        unanswered.remove(from.process());
    }

    /**
     * A listing has come, with the register's view. Returns false when it has to be asked for again: it was asked for before
     * this round, and lacks a view that was accepted meanwhile.
     */
    boolean onRegister(View view, View newest) {
        boolean isOutdated = awaitsOlderListing && view.epoch() < newest.epoch();
        awaitsOlderListing = false;
        if (!isOutdated) {
            registerAsked = false;
            registered = view;
        }
        return !isOutdated;
    }

    void onRegisterUnanswered() {
        registerAsked = false;
    }

    boolean isComplete(Instant now) {
        return !registerAsked && (unanswered.isEmpty() || !now.isBefore(deadline));
    }

    /** The register's view; empty when the register did not answer. */
    Optional<View> registered() {
        return Optional.ofNullable(registered);
    }

    Map<Member, BackendStatus> answers() {
        return answers;
    }
}
