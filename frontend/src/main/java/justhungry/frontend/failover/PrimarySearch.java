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
    private final boolean listingIsOlder;
    private final Set<UUID> asked = new HashSet<>();
    private final Set<UUID> unanswered = new HashSet<>();
    private final Map<Member, BackendStatus> answers = new TreeMap<>();
    private boolean registerAsked = true;
    private @Nullable View registered;

    /**
     * Begins a round.
     *
     * @param deadline the end of the wait for statuses; the register is waited for until it has answered or failed
     * @param listingIsOlder whether the listing that it waits for was asked for before it
     */
    PrimarySearch(Instant deadline, boolean listingIsOlder) {
        this.deadline = deadline;
        this.listingIsOlder = listingIsOlder;
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
     * A listing has come, with the register's view. Returns false when the round has to begin again: the listing was asked
     * for before it, and lacks a view that was accepted meanwhile.
     */
    boolean onRegister(View view, View newest) {
        registerAsked = false;
        registered = view;
        return !listingIsOlder || view.epoch() >= newest.epoch();
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
