package justhungry.backend.replication;

import static justhungry.backend.replication.Bench.SERVER2;
import static justhungry.backend.replication.Bench.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.api.replication.AppendAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The bounds of the primary's log: it stays small, whichever back end is down, and keeps what one that catches up
 * needs.
 */
class CompactionTest {
    /** Enough for the log to be compacted once. */
    private static final long MANY = 2 * Tuning.DEFAULT.keptEntries() + 10;

    private final Bench bench = new Bench();

    @BeforeEach
    void server3IsToBeFed() {
        bench.servesWith(SERVER2);
        bench.run(bench.replication.onRegistered(List.of(bench.self(), SERVER2, SERVER3), bench.now()));
        bench.waitFor(Tuning.DEFAULT.heartbeat().plusMillis(20));
    }

    @Test
    void aBackEndWhoseProcessHasEndedDoesNotHoldUpTheCompaction() {
        bench.end(SERVER3);

        update(MANY);

        assertThat(bench.store.log().firstIndex()).isGreaterThan(Tuning.DEFAULT.keptEntries());
    }

    @Test
    void oldEntriesGoManyAtATime() {
        bench.end(SERVER3);

        update(MANY);

        assertThat(bench.compactions).isEqualTo(1);
    }

    @Test
    void aBackEndThatIsSilentDoesNotHoldUpTheCompaction() {
        bench.waitFor(Tuning.DEFAULT.silence().multipliedBy(2));
        bench.acknowledge(SERVER2);

        update(MANY);

        assertThat(bench.store.log().firstIndex()).isGreaterThan(Tuning.DEFAULT.keptEntries());
    }

    @Test
    void whatABackEndThatAnswersStillNeedsIsKept_untilItHasIt() {
        bench.run(bench.replication.onAnswer(
                SERVER3, bench.lastTo(SERVER3).call(), new AppendAnswer.NeedsEarlier(0), bench.now()));
        update(MANY);
        assertThat(bench.store.log().firstIndex()).isEqualTo(1);
        assertThat(bench.lastTo(SERVER2).append().compactableIndex())
                .as("nor may the others, from which it may have to catch up next")
                .isZero();

        while (endOf(bench.lastTo(SERVER3)) < bench.store.log().lastIndex()) {
            bench.acknowledge(SERVER3);
        }
        bench.acknowledge(SERVER3);
        update(1);
        assertThat(bench.store.log().firstIndex()).isGreaterThan(Tuning.DEFAULT.keptEntries());
    }

    @Test
    void whatAnInSyncMemberHasNotAppliedIsKept() {
        bench.end(SERVER3);

        update(MANY, () -> {
            var send = bench.lastTo(SERVER2);
            var nothingApplied = new AppendAnswer.Acknowledged(endOf(send), 0);
            bench.run(bench.replication.onAnswer(SERVER2, send.call(), nothingApplied, bench.now()));
        });

        assertThat(bench.replication.committedIndex()).isGreaterThanOrEqualTo(MANY);
        assertThat(bench.store.log().firstIndex()).isEqualTo(1);
    }

    private static long endOf(Effect.Send send) {
        return send.append().previousIndex() + send.append().entries().size();
    }

    /** Updates that the in-sync set has stored and applied. */
    private void update(long times) {
        update(times, () -> bench.acknowledge(SERVER2));
    }

    private void update(long times, Runnable acknowledge) {
        for (long time = 0; time < times; time++) {
            bench.decide();
            acknowledge.run();
            var newest = bench.lastTo(SERVER2);
            bench.sent.removeIf(send -> send.to().equals(SERVER2) && send.call() < newest.call());
        }
    }
}
