package justhungry.backend.replication;

import static justhungry.backend.replication.ReplicationTestContext.SERVER2;
import static justhungry.backend.replication.ReplicationTestContext.SERVER3;
import static justhungry.backend.replication.ReplicationTestContext.SOMETHING;
import static justhungry.backend.replication.ReplicationTestContext.SOMETHING_NEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.codec.WireFormat;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.SnapshotChunk;
import org.junit.jupiter.api.Test;

class ReplicaStateTest {
    private final ReplicationTestContext context = new ReplicationTestContext();

    @Test
    void entriesAreDurableWhenTheyAreAcknowledged() {
        var entries = chain(1, 0, 0, 3);

        var answer = context.receive(append(SERVER2, 1, 0, 0, entries, 0));

        assertThat(answer).isEqualTo(new AppendResponse.Acknowledged(3, 0));
        assertThat(context.lastIndexWhenAnswered).isEqualTo(3);
    }

    @Test
    void anAppendOfALowerEpochIsRefused_andNothingIsStored() {
        context.receive(append(SERVER3, 5, 0, 0, List.of(), 0));

        var answer = context.receive(append(SERVER2, 4, 0, 0, chain(4, 0, 0, 1), 0));

        assertThat(answer).isEqualTo(new AppendResponse.StaleEpoch(5));
        assertThat(context.store.log().lastIndex()).isZero();
    }

    @Test
    void theHighestEpochSeenOutlivesARestart() {
        context.receive(append(SERVER3, 5, 0, 0, List.of(), 0));
        context.restart();

        assertThat(context.receive(append(SERVER2, 4, 0, 0, List.of(), 0))).isEqualTo(new AppendResponse.StaleEpoch(5));
    }

    @Test
    void whatIsMissingIsAskedFor() {
        context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 2), 0));

        assertThat(context.receive(append(SERVER2, 1, 7, 1, List.of(), 0)))
                .isEqualTo(new AppendResponse.LogMismatch(2));
    }

    @Test
    void aTailThatDiffersIsCutOffAndReplaced() {
        var common = chain(1, 0, 0, 1);
        var lost = chain(1, 1, common.get(0).checksum(), 2);
        context.receive(append(SERVER2, 1, 0, 0, common, 1));
        context.receive(append(SERVER2, 1, 1, 1, lost, 1));

        var kept = chain(2, 1, common.get(0).checksum(), 1);
        var answer = context.receive(append(SERVER3, 2, 1, 1, kept, 1));

        assertThat(answer).isEqualTo(new AppendResponse.Acknowledged(2, 1));
        assertThat(context.store.log().lastIndex()).isEqualTo(2);
        assertThat(context.store.log().epochAt(2)).isEqualTo(2);
    }

    @Test
    void whenThePreviousEntryDiffers_thenItCatchesUpFromWhereTheLogsCannotDiffer() {
        context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 3), 1));

        assertThat(context.receive(append(SERVER3, 2, 3, 2, List.of(), 1)))
                .isEqualTo(new AppendResponse.LogMismatch(1));
    }

    @Test
    void anAppendThatComesTwiceChangesNothing() {
        var entries = chain(1, 0, 0, 2);
        context.receive(append(SERVER2, 1, 0, 0, entries, 2));

        assertThat(context.receive(append(SERVER2, 1, 0, 0, entries, 2)))
                .isEqualTo(new AppendResponse.Acknowledged(2, 2));
        assertThat(context.store.log().lastIndex()).isEqualTo(2);
    }

    @Test
    void anEntryThatWasDamagedOnItsWayIsAskedForAgain() {
        var entry = chain(1, 0, 0, 1).get(0).bytes().clone();
        entry[entry.length - 1] ^= 1;

        var answer = context.receive(new Append(SERVER2, 1, 0, 0, List.of(entry), 0, 0));

        assertThat(answer).isEqualTo(new AppendResponse.LogMismatch(0));
        assertThat(context.store.log().lastIndex()).isZero();
    }

    @Test
    void anEntryThatComesDamagedEachTime_isRefusedByName_andSaidOnce() {
        var entries = chain(1, 0, 0, 2);
        var damaged = entries.get(1).bytes().clone();
        damaged[damaged.length - 1] ^= 1;
        var rest = new Append(SERVER2, 1, 1, 1, List.of(damaged), 1, 0);

        assertThat(context.receive(
                        new Append(SERVER2, 1, 0, 0, List.of(entries.get(0).bytes(), damaged), 0, 0)))
                .isEqualTo(new AppendResponse.Acknowledged(1, 0));
        assertThat(context.receive(rest)).isEqualTo(new AppendResponse.LogMismatch(1));
        for (int i = 0; i < 3; i++) {
            assertThat(context.receive(rest)).isInstanceOf(AppendResponse.NewerVersionNeeded.class);
            context.receive(append(SERVER2, 1, 1, 1, List.of(), 1));
        }
        assertThat(context.neededVersions)
                .containsExactly("entry 2, sent by server2: a log entry that claims to be 2 has a wrong checksum;"
                        + " it is damaged or from a different build");

        assertThat(context.receive(append(SERVER2, 1, 1, 1, entries.subList(1, 2), 1)))
                .isEqualTo(new AppendResponse.Acknowledged(2, 1));
        assertThat(context.replication.neededVersion()).isEmpty();
    }

    @Test
    void onlyWhatIsCommittedIsApplied() {
        context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 3), 2));

        assertThat(context.store.tables().appliedIndex()).isEqualTo(2);
    }

    @Test
    void aPrimaryThatLacksWhatIsCommittedHere_isNotFollowedInSilence() {
        var committed = chain(1, 0, 0, 2);
        context.receive(append(SERVER2, 1, 0, 0, committed, 2));

        assertThatThrownBy(() -> context.receive(append(SERVER3, 9, 1, 9, List.of(), 1)))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> context.receive(append(SERVER3, 9, 2, 9, List.of(), 1)))
                .isInstanceOf(DivergedException.class);
        var another = chain(9, 1, committed.get(0).checksum(), 1);
        assertThatThrownBy(() -> context.receive(append(SERVER3, 9, 1, 1, another, 1)))
                .isInstanceOf(DivergedException.class);
    }

    @Test
    void aPrimaryOnAnOldCopyOfItsDisk_whichFillsTheSamePlaceInTheSameEpochWithAnotherEntry_isNotFollowedInSilence() {
        var common = chain(1, 0, 0, 1);
        int checksum = common.get(0).checksum();
        context.receive(append(SERVER2, 1, 0, 0, common, 1));
        context.receive(append(SERVER2, 1, 1, 1, chain(1, 1, checksum, 2), 1));

        var another = Entry.of(2, 1, checksum, new byte[] {9});
        assertThatThrownBy(() -> context.receive(append(SERVER2, 1, 1, 1, List.of(another), 1)))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("entry 2")
                .hasMessageContaining("old copy");
        assertThatThrownBy(() -> context.receive(append(SERVER2, 1, 3, 1, chain(1, 3, another.checksum(), 1), 1)))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("entry 3");
        assertThat(context.store.log().lastIndex()).isEqualTo(3);
    }

    @Test
    void aForcedPrimaryThatLacksEvenWhatIsCompactedHere_isNotFollowedInSilence() {
        receive(chunk(SERVER2, 1, 0, List.of(), true, 0));

        assertThatThrownBy(() -> context.receive(append(SERVER3, 9, 10, 9, List.of(), 10)))
                .isInstanceOf(DivergedException.class);
        assertThatThrownBy(() -> context.receive(append(SERVER3, 9, 10, 1, chain(9, 10, 0, 1), 10)))
                .isInstanceOf(DivergedException.class);
    }

    @Test
    void aForcedPrimaryWithAnUncommittedEntryInPlaceOfTheLastThatIsCompactedHere_isNotFollowedInSilence() {
        receive(chunk(SERVER2, 2, 0, List.of(), true, 0));

        assertThatThrownBy(() -> context.receive(append(SERVER3, 9, 50, 1, List.of(), 50)))
                .isInstanceOf(DivergedException.class);
    }

    @Test
    void aCopyOfEntriesThatAreCompactedHereIsAcknowledged() {
        receive(chunk(SERVER2, 1, 0, List.of(), true, 0));

        assertThat(context.receive(append(SERVER2, 1, 10, 1, chain(1, 10, 0, 2), 50)))
                .isEqualTo(new AppendResponse.Acknowledged(12, 50));
    }

    @Test
    void anEntryThatContinuesAnotherLogThanTheOneThatIsCompactedHere_isNotTakenInSilence() {
        receive(chunk(SERVER2, 1, 0, List.of(), true, 0));

        assertThatThrownBy(() -> context.receive(append(SERVER2, 1, 50, 1, chain(1, 50, 78, 1), 50)))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("entry 50");
        assertThat(context.receive(append(SERVER2, 1, 50, 1, chain(1, 50, 77, 1), 50)))
                .isEqualTo(new AppendResponse.Acknowledged(51, 50));
    }

    @Test
    void anAppendOfAnEpochThatTheRegisterDoesNotKnowIsRefused_andChangesNothing() {
        context.learnOf(SERVER2, 1);

        var answer = context.receiveUnannounced(append(SERVER3, Long.MAX_VALUE, 0, 0, chain(1, 0, 0, 1), 0));

        assertThat(answer).isInstanceOf(AppendResponse.NotFollowed.class);
        assertThat(context.store.log().epoch()).isEqualTo(1);
        assertThat(context.store.log().lastIndex()).isZero();
        assertThat(context.refused)
                .singleElement()
                .asString()
                .contains("server3", "which the view register does not know");
        assertThat(context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 1), 0)))
                .isEqualTo(new AppendResponse.Acknowledged(1, 0));
    }

    @Test
    void anAppendFromAnotherThanThePrimaryOfTheEpochIsRefused_andChangesNothing() {
        context.learnOf(SERVER2, 1);

        var answer = context.receiveUnannounced(append(SERVER3, 1, 0, 0, chain(1, 0, 0, 1), 0));

        assertThat(answer).isInstanceOf(AppendResponse.NotFollowed.class);
        assertThat(context.store.log().lastIndex()).isZero();
        assertThat(context.refused).singleElement().asString().contains("server3", "server2");
    }

    @Test
    void aSnapshotOfAnEpochThatTheRegisterDoesNotTellOfIsRefused_andTheStateStays() {
        context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 2), 2));

        assertThat(receiveUnannounced(chunk(SERVER3, 9, 0, List.of(), true, 0)))
                .isInstanceOf(AppendResponse.NotFollowed.class);
        assertThat(context.store.tables().appliedIndex()).isEqualTo(2);
        assertThat(context.store.log().epoch()).isEqualTo(1);
    }

    @Test
    void theLogStaysBounded() {
        long kept = ReplicationConfig.DEFAULT.keptEntries();
        var entries = chain(1, 0, 0, (int) (2 * kept) + 1_000);

        for (int from = 0; from < entries.size(); from += 1_000) {
            var bytes = entries.subList(from, from + 1_000).stream()
                    .map(Entry::bytes)
                    .toList();
            long end = from + 1_000L;
            context.receive(new Append(SERVER2, 1, from, from == 0 ? 0 : 1, bytes, end, end));
        }

        assertThat(context.store.log().firstIndex()).isGreaterThan(kept);
    }

    @Test
    void aChunkOfALowerEpochIsRefused_andTheEpochOfAHigherOneIsDurable() {
        context.receive(append(SERVER3, 5, 0, 0, List.of(), 0));

        assertThat(receive(chunk(SERVER2, 4, 0, List.of(), true, 0))).isEqualTo(new AppendResponse.StaleEpoch(5));
        assertThat(context.store.tables().appliedIndex()).isZero();

        receive(chunk(SERVER2, 6, 0, List.of(), true, 0));
        assertThat(context.store.log().epoch()).isEqualTo(6);
    }

    @Test
    void aChunkThatComesAfterItsSnapshotWasTakenLeavesTheStateAlone() {
        receive(chunk(SERVER2, 1, 0, List.of(), true, 0));

        assertThat(receive(chunk(SERVER2, 1, 0, List.of(), false, 0))).isInstanceOf(AppendResponse.ChunkRejected.class);
        assertThat(context.store.tables().appliedIndex()).isEqualTo(50);
    }

    @Test
    void aSnapshotReplacesLogAndState() {
        context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 2), 2));

        assertThat(receive(chunk(SERVER3, 2, 0, List.of(), false, 0))).isEqualTo(new AppendResponse.ChunkAccepted());
        assertThat(context.replication.committedIndex())
                .as("the old state is gone, and the new one is incomplete")
                .isZero();
        assertThat(receive(chunk(SERVER3, 2, 1, List.of(), true, 0)))
                .isEqualTo(new AppendResponse.Acknowledged(50, 50));
        assertThat(context.store.log().firstIndex()).isEqualTo(51);
        assertThat(context.store.tables().appliedIndex()).isEqualTo(50);
    }

    @Test
    void aChunkThatDoesNotFollowOrIsDamagedIsRefused_andEntriesAreNotTakenUntilASnapshotIsWhole() {
        receive(chunk(SERVER2, 1, 0, List.of(), false, 0));

        assertThat(receive(chunk(SERVER2, 1, 2, List.of(), true, 0))).isInstanceOf(AppendResponse.ChunkRejected.class);
        assertThat(receive(chunk(SERVER2, 1, 0, List.of(), true, 99))).isInstanceOf(AppendResponse.ChunkRejected.class);
        assertThat(context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 1), 1)))
                .isEqualTo(new AppendResponse.LogMismatch(-1));
    }

    @Test
    void anInSyncMemberKeepsItsState() {
        context.adopt(context.view(1, SERVER2, SERVER2, context.self()));

        assertThat(receive(chunk(SERVER2, 1, 0, List.of(), true, 0))).isInstanceOf(AppendResponse.ChunkRejected.class);
        assertThat(context.refused).singleElement().asString().contains("server2", "takes no snapshot");
    }

    @Test
    void anEntryThatNeedsANewerVersionIsNotTaken_andWhatIsBeforeItIs() {
        var entries = withANewerOne(chain(1, 0, 0, 2));

        assertThat(context.receive(append(SERVER2, 1, 0, 0, entries, 0)))
                .isEqualTo(new AppendResponse.Acknowledged(2, 0));
        assertThat(context.receive(append(SERVER2, 1, 2, 1, entries.subList(2, 3), 3)))
                .isEqualTo(new AppendResponse.NewerVersionNeeded("entry 3, a newer version is needed"));
        assertThat(context.store.log().lastIndex()).isEqualTo(2);
        assertThat(context.store.tables().appliedIndex()).isEqualTo(2);
    }

    @Test
    void itSaysOnceWhichVersionItNeeds_untilItFollowsAgain() {
        var entries = withANewerOne(chain(1, 0, 0, 2));
        for (int i = 0; i < 3; i++) {
            context.receive(append(SERVER2, 1, 0, 0, entries, 0));
            context.receive(append(SERVER2, 1, 2, 1, List.of(), 0));
        }
        assertThat(context.neededVersions).containsExactly("entry 3, a newer version is needed");
        assertThat(context.replication.neededVersion()).hasValue("entry 3, a newer version is needed");

        context.receive(append(SERVER3, 2, 2, 1, chain(2, 2, entries.get(1).checksum(), 1), 0));

        assertThat(context.replication.neededVersion()).isEmpty();
        assertThat(context.store.log().lastIndex()).isEqualTo(3);
    }

    @Test
    void aSnapshotOfANewerVersionIsNotTaken_andWhatIsThereStays() {
        context.receive(append(SERVER2, 1, 0, 0, chain(1, 0, 0, 2), 2));
        var newer = WireFormat.VERSION + 1;

        assertThat(receive(new SnapshotChunk(SERVER2, 1, 50, 1, 77, 0, List.of(), 0, true, newer)))
                .isEqualTo(new AppendResponse.NewerVersionNeeded("the snapshot: it was written in format 2,"
                        + " this version reads format 1; a newer version is needed"));
        assertThat(receive(new SnapshotChunk(SERVER2, 1, 51, 1, 78, 0, List.of(), 0, true, newer)))
                .isInstanceOf(AppendResponse.NewerVersionNeeded.class);
        assertThat(context.store.tables().appliedIndex()).isEqualTo(2);
        assertThat(context.store.log().lastIndex()).isEqualTo(2);
        assertThat(context.neededVersions).hasSize(1);
    }

    private static List<Entry> withANewerOne(List<Entry> entries) {
        var all = new ArrayList<>(entries);
        var last = entries.get(entries.size() - 1);
        all.add(Entry.of(last.index() + 1, last.epoch(), last.checksum(), SOMETHING_NEWER));
        return all;
    }

    private AppendResponse receive(SnapshotChunk chunk) {
        context.learnOf(chunk.from(), chunk.epoch());
        return receiveUnannounced(chunk);
    }

    private AppendResponse receiveUnannounced(SnapshotChunk chunk) {
        var answers = new ArrayList<AppendResponse>();
        for (var effect : context.replication.onChunk(chunk)) {
            if (effect instanceof Effect.Respond answer) {
                answers.add(answer.answer());
            }
            effect.execute(context);
        }
        return answers.get(0);
    }

    private static SnapshotChunk chunk(
            Member from, long epoch, int number, List<byte[]> rows, boolean last, int damage) {
        var checksum = new CRC32C();
        rows.forEach(checksum::update);
        return new SnapshotChunk(from, epoch, 50, epoch, 77, number, rows, (int) checksum.getValue() + damage, last);
    }

    private static Append append(
            Member from, long epoch, long previousIndex, long previousEpoch, List<Entry> entries, long committed) {
        var bytes = entries.stream().map(Entry::bytes).toList();
        return new Append(from, epoch, previousIndex, previousEpoch, bytes, committed, 0);
    }

    private static List<Entry> chain(long epoch, long previousIndex, int previousChecksum, int count) {
        var entries = new ArrayList<Entry>();
        int checksum = previousChecksum;
        for (long index = previousIndex + 1; index <= previousIndex + count; index++) {
            var entry = Entry.of(index, epoch, checksum, SOMETHING);
            entries.add(entry);
            checksum = entry.checksum();
        }
        return entries;
    }
}
