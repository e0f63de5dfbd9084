package justhungry.backend.replication;

import static justhungry.backend.replication.ReplicationTestContext.SERVER2;
import static justhungry.backend.replication.ReplicationTestContext.SERVER3;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.api.replication.AppendResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The bounds of the primary's log: it stays small, whichever back end is down, and keeps what one that catches up
 * needs.
 */
class CompactionTest {
    /** Enough for the log to be compacted once. */
    private static final long MANY = 2 * ReplicationConfig.DEFAULT.keptEntries() + 10;

    private final ReplicationTestContext context = new ReplicationTestContext();

    @BeforeEach
    void server3MustCatchUp() {
        context.servesWith(SERVER2);
        context.run(context.replication.onRegistered(List.of(context.self(), SERVER2, SERVER3), context.now()));
        context.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().plusMillis(20));
    }

    @Test
    void aBackEndWhoseProcessHasEndedDoesNotHoldUpTheCompaction() {
        context.end(SERVER3);

        update(MANY);

        assertThat(context.store.log().firstIndex()).isGreaterThan(ReplicationConfig.DEFAULT.keptEntries());
    }

    @Test
    void oldEntriesGoManyAtATime() {
        context.end(SERVER3);

        update(MANY);

        assertThat(context.compactions).isEqualTo(1);
    }

    @Test
    void aBackEndThatIsSilentDoesNotHoldUpTheCompaction() {
        context.waitFor(ReplicationConfig.DEFAULT.silenceTimeout().multipliedBy(2));
        context.acknowledge(SERVER2);

        update(MANY);

        assertThat(context.store.log().firstIndex()).isGreaterThan(ReplicationConfig.DEFAULT.keptEntries());
    }

    @Test
    void whatABackEndThatAnswersStillNeedsIsKept_untilItHasIt() {
        context.run(context.replication.onAnswer(
                SERVER3, context.lastTo(SERVER3).call(), new AppendResponse.LogMismatch(0), context.now()));
        update(MANY);
        assertThat(context.store.log().firstIndex()).isEqualTo(1);
        assertThat(context.lastTo(SERVER2).append().compactableIndex())
                .as("nor may the others, from which it may have to catch up next")
                .isZero();

        while (endOf(context.lastTo(SERVER3)) < context.store.log().lastIndex()) {
            context.acknowledge(SERVER3);
        }
        context.acknowledge(SERVER3);
        update(1);
        assertThat(context.store.log().firstIndex()).isGreaterThan(ReplicationConfig.DEFAULT.keptEntries());
    }

    @Test
    void whatAnInSyncMemberHasNotAppliedIsKept() {
        context.end(SERVER3);

        update(MANY, () -> {
            var send = context.lastTo(SERVER2);
            var nothingApplied = new AppendResponse.Acknowledged(endOf(send), 0);
            context.run(context.replication.onAnswer(SERVER2, send.call(), nothingApplied, context.now()));
        });

        assertThat(context.replication.committedIndex()).isGreaterThanOrEqualTo(MANY);
        assertThat(context.store.log().firstIndex()).isEqualTo(1);
    }

    private static long endOf(Effect.Send send) {
        return send.append().previousIndex() + send.append().entries().size();
    }

    /** Updates that the in-sync set has stored and applied. */
    private void update(long times) {
        update(times, () -> context.acknowledge(SERVER2));
    }

    private void update(long times, Runnable acknowledge) {
        for (long time = 0; time < times; time++) {
            context.decide();
            acknowledge.run();
            var newest = context.lastTo(SERVER2);
            context.sent.removeIf(send -> send.to().equals(SERVER2) && send.call() < newest.call());
        }
    }
}
