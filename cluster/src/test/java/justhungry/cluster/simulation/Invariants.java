package justhungry.cluster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import justhungry.api.BackendStatus.Role;
import justhungry.api.Member;
import justhungry.api.View;

/** The invariants of docs/protocol.md that show in logs and roles; checked after every event. */
final class Invariants {
    private final List<SimulatedBackend> backends;
    private final Map<Long, Member> actedInEpoch = new HashMap<>();

    /** Checksums of the entries that some back end knew to be committed, by index: the truth from then on. */
    private final Map<Long, Integer> committed = new HashMap<>();

    private final Map<Member, Long> checkedThrough = new HashMap<>();
    private View current = View.NONE;
    private long lastCommitted;

    Invariants(List<SimulatedBackend> backends) {
        this.backends = backends;
    }

    void onAccepted(View view) {
        current = view;
    }

    void check() {
        for (var backend : backends) {
            if (backend.isUp()) {
                checkOnePrimary(backend);
                noteCommitted(backend);
            }
        }
        backends.forEach(backend -> checkHoldsCommitted(backend, current));
    }

    /** Invariant 1: at most one back end ever acts as primary of an epoch. */
    private void checkOnePrimary(SimulatedBackend backend) {
        var status = backend.status();
        if (status.role() != Role.REPLICA) {
            var first = actedInEpoch.putIfAbsent(status.epoch(), status.member());
            assertThat(first == null || first.equals(status.member()))
                    .as("%s and %s act as primary of epoch %d", first, status.member(), status.epoch())
                    .isTrue();
        }
    }

    /** Invariant 2 and 3: what was committed once stays, with the same content, whoever knows it. */
    private void noteCommitted(SimulatedBackend backend) {
        long through = backend.status().committedIndex();
        var log = backend.store().simulatedLog();
        long from = Math.max(checkedThrough.getOrDefault(backend.member(), 0L) + 1, log.firstIndex());
        for (long index = from; index <= Math.min(through, log.lastIndex()); index++) {
            int checksum = log.checksumAt(index);
            var before = committed.putIfAbsent(index, checksum);
            assertThat(before == null || before == checksum)
                    .as("entry %d is committed with two contents", index)
                    .isTrue();
        }
        checkedThrough.merge(backend.member(), through, Math::max);
        lastCommitted = Math.max(lastCommitted, through);
    }

    /** Invariant 3: every member of the current in-sync set holds every acknowledged update. */
    private void checkHoldsCommitted(SimulatedBackend backend, View view) {
        if (!view.isInSync(backend.member())) {
            return;
        }
        var log = backend.store().simulatedLog();
        assertThat(log.lastIndex())
                .as("%s is in sync (%s) and holds every committed entry", backend.member(), view)
                .isGreaterThanOrEqualTo(lastCommitted);
        var truth = committed.get(lastCommitted);
        if (truth != null && lastCommitted >= log.firstIndex()) {
            assertThat(log.checksumAt(lastCommitted)).isEqualTo(truth);
        }
    }
}
