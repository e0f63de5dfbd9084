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
    private @Nullable View registered;

    /** @param deadline the end of the wait for statuses; the register is waited for until it has answered or failed */
    PrimarySearch(Instant deadline) {
        this.deadline = deadline;
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

    /** A status that another member sent counts as none. */
    void onStatus(BackendRegistration from, BackendStatus status) {
        unanswered.remove(from.process());
        if (status.member().equals(from.member())) {
            answers.put(status.member(), status);
        }
    }

    void onNoStatus(BackendRegistration from) {
        unanswered.remove(from.process());
    }

    void onRegister(View view) {
        registerAsked = false;
        registered = view;
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
