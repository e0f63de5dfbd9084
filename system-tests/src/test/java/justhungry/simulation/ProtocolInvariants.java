package justhungry.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.jspecify.annotations.Nullable;

/** The invariants of docs/protocol.md that can be seen in logs and roles; checked after every event. */
final class ProtocolInvariants {
    private final List<SimulatedBackend> backends;
    private final Map<Long, ActingProcess> actedInEpoch = new HashMap<>();

    /** Checksums, by index, of the entries that some back end has known to be committed: they must never change. */
    private final Map<Long, Integer> committed = new HashMap<>();

    private final Map<Member, Long> checkedThrough = new HashMap<>();
    private final Map<Member, Long> highestEpochs = new HashMap<>();
    private View current = View.NONE;
    private long lastCommitted;
    private boolean allChanged;

    ProtocolInvariants(List<SimulatedBackend> backends) {
        this.backends = backends;
    }

    void onAccepted(View view) {
        current = view;
        allChanged = true;
    }

    /** Checks what has changed since the last call. */
    void check() {
        for (var backend : backends) {
            if (backend.takeActed()) {
                checkEpochIsKept(backend);
                if (backend.isUp()) {
                    checkActing(backend, backend.status());
                }
                checkHoldsCommitted(backend, current);
            }
        }
        if (allChanged) {
            backends.forEach(backend -> checkHoldsCommitted(backend, current));
            allChanged = false;
        }
    }

    /** Invariant 4: the highest epoch that a back end has seen is durable. An old copy of its disk may have a lower. */
    private void checkEpochIsKept(SimulatedBackend backend) {
        long epoch = backend.store().log().epoch();
        if (backend.hasOldDisk()) {
            highestEpochs.remove(backend.member());
            return;
        }
        long highest = highestEpochs.merge(backend.member(), epoch, Math::max);
        require(epoch == highest, "%s has epoch %d, and had seen epoch %d", backend.member(), epoch, highest);
    }

    private void checkActing(SimulatedBackend backend, BackendStatus status) {
        require(
                status.epoch() <= current.epoch(),
                "%s has seen epoch %d, of which the register has not told (%s)",
                status.member(),
                status.epoch(),
                current);
        checkOnePrimary(backend, status);
        noteCommitted(backend, status.committedIndex());
    }

    /** Invariant 1: at most one process of one back end ever acts as primary of an epoch. */
    private void checkOnePrimary(SimulatedBackend backend, BackendStatus status) {
        if (status.role() != BackendRole.REPLICA) {
            var acting = new ActingProcess(status.member(), backend.life());
            var first = actedInEpoch.putIfAbsent(status.epoch(), acting);
            require(
                    first == null || first.equals(acting),
                    "%s and %s act as primary of epoch %d",
                    first,
                    acting,
                    status.epoch());
        }
    }

    /** Invariants 2 and 3: a committed entry stays, with the same content, at every back end. */
    private void noteCommitted(SimulatedBackend backend, long through) {
        var log = backend.store().log();
        long from = Math.max(checkedThrough.getOrDefault(backend.member(), 0L) + 1, log.firstIndex());
        for (long index = from; index <= Math.min(through, log.lastIndex()); index++) {
            int checksum = backend.store().log().checksumAt(index);
            var before = committed.putIfAbsent(index, checksum);
            require(before == null || before == checksum, "entry %d is committed with two contents", index);
        }
        checkedThrough.merge(backend.member(), through, Math::max);
        if (through > lastCommitted) {
            lastCommitted = through;
            allChanged = true;
        }
    }

    /** Invariant 3: every member of the current in-sync set holds every acknowledged update. */
    private void checkHoldsCommitted(SimulatedBackend backend, View view) {
        if (!view.isInSync(backend.member()) || backend.hasOldDisk()) {
            return;
        }
        var log = backend.store().log();
        require(
                log.lastIndex() >= lastCommitted,
                "%s is in sync (%s), but its log ends with %d, and %d is committed",
                backend.member(),
                view,
                log.lastIndex(),
                lastCommitted);
        var truth = committed.get(lastCommitted);
        require(
                truth == null
                        || lastCommitted < log.firstIndex()
                        || truth == backend.store().log().checksumAt(lastCommitted),
                "%s is in sync (%s), and has another entry %d than was committed",
                backend.member(),
                view,
                lastCommitted);
    }

    /** A process that acts as primary. A back end that was restarted is another one. */
    private record ActingProcess(Member member, int life) {}

    /** Checked after every event: the message is formatted only when it is needed. */
    private static void require(boolean holds, String broken, @Nullable Object... values) {
        if (!holds) {
            throw new AssertionError(broken.formatted(values));
        }
    }
}
