package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.StaleCopyException;
import justhungry.platform.process.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class FileViewRegisterTest {
    private static final Member SERVER1 = new Member("server1", UUID.randomUUID());
    private static final Member SERVER2 = new Member("server2", UUID.randomUUID());
    private static final View FIRST = View.NONE.next(SERVER1, List.of(SERVER2, SERVER1));

    @TempDir
    private Path directory;

    private long now;
    private final List<String> lastWords = new ArrayList<>();

    @Test
    void anEmptyDirectoryBecomesANewClusterWithoutAView() throws Exception {
        assertThat(open().current()).isEqualTo(View.NONE);
        assertThat(open().cluster()).isEqualTo(open().cluster());
    }

    @Test
    void whenAViewWasAccepted_thenItIsThereAfterReopening() throws Exception {
        var register = open();
        var second = FIRST.next(SERVER2, List.of(SERVER2));

        assertThat(register.propose(View.NONE, FIRST)).isTrue();
        assertThat(open().current()).isEqualTo(FIRST);
        assertThat(register.propose(FIRST, second)).isTrue();
        assertThat(open().current()).isEqualTo(second);
        assertThat(open().cluster()).isEqualTo(register.cluster());
    }

    @Test
    void whenTheExpectedViewIsNotTheCurrentOne_thenNothingChanges() throws Exception {
        var register = open();
        register.propose(View.NONE, FIRST);
        var other = View.NONE.next(SERVER2, List.of(SERVER2));

        assertThat(register.propose(View.NONE, other)).isFalse();
        assertThat(register.propose(other, other.next(SERVER2, List.of(SERVER2))))
                .isFalse();

        assertThat(register.current()).isEqualTo(FIRST);
        assertThat(open().current()).isEqualTo(FIRST);
    }

    @Test
    void whenTheNextEpochIsNotTheOneAfter_thenNothingChanges() throws Exception {
        var register = open();
        register.propose(View.NONE, FIRST);

        assertThat(register.propose(FIRST, FIRST)).isFalse();
        assertThat(register.propose(FIRST, View.NONE)).isFalse();
        assertThat(register.propose(FIRST, new View(3, SERVER1, List.of(SERVER1))))
                .isFalse();

        assertThat(open().current()).isEqualTo(FIRST);
    }

    @Test
    void whenItsDataWereLost_thenItIsRebuiltForTheOldCluster_butOnlyWhileItHasNoView() throws Exception {
        var register = open();
        var lost = UUID.randomUUID();
        var view = new View(1_007, SERVER1, List.of(SERVER1));

        assertThat(register.rebuild(lost, View.NONE)).isFalse();
        assertThat(register.rebuild(lost, view)).isTrue();
        assertThat(open().current()).isEqualTo(view);
        assertThat(open().cluster()).isEqualTo(lost).isEqualTo(register.cluster());
        assertThat(register.rebuild(UUID.randomUUID(), new View(2_000, SERVER2, List.of(SERVER2))))
                .isFalse();
        assertThat(open().current()).isEqualTo(view);
    }

    @Test
    void whenAnInSyncMemberHasStarted_thenItsOldCopiesAreKnownAfterReopeningToo() throws Exception {
        var register = open();
        register.propose(View.NONE, FIRST);
        register.note(started(SERVER1, 3));

        var copy = started(SERVER1, 2);
        assertThatThrownBy(() -> open().requireNewest(copy)).isInstanceOf(StaleCopyException.class);
        open().requireNewest(started(SERVER1, 4));
    }

    @Test
    void whenAMemberStartedBeforeItWasInSync_thenItsStartIsStoredWithTheView() throws Exception {
        var register = open();
        register.note(started(SERVER1, 3));
        register.propose(View.NONE, FIRST);

        var copy = started(SERVER1, 3);
        assertThatThrownBy(() -> open().requireNewest(copy)).isInstanceOf(StaleCopyException.class);
    }

    @Test
    void whenAsManyAreInSyncAsThereMayBe_thenTheViewAndAllTheirStartsAreThereAfterReopening() throws Exception {
        var members = IntStream.range(0, Limits.MEMBERS)
                .mapToObj(i -> new Member("n".repeat(38) + (10 + i), UUID.randomUUID()))
                .toList();
        var view = View.NONE.next(members.get(0), members);
        var register = open();
        register.propose(View.NONE, view);
        members.forEach(member -> register.note(started(member, 3)));
        for (int i = 0; i <= Limits.MEMBERS; i++) {
            register.note(TestRegistrations.backend("stranger"));
        }

        var reopened = open();
        assertThat(reopened.current()).isEqualTo(view);
        assertThat(members).allSatisfy(member -> {
            var copy = started(member, 3);
            assertThatThrownBy(() -> register.requireNewest(copy)).isInstanceOf(StaleCopyException.class);
            assertThatThrownBy(() -> reopened.requireNewest(copy)).isInstanceOf(StaleCopyException.class);
        });
    }

    @Test
    void howFarAMemberCameIsStoredAfterSomeSeconds_notEachTime() throws Exception {
        var register = open();
        register.propose(View.NONE, FIRST);
        var first = started(SERVER1, 1);
        register.note(first);
        register.note(TestRegistrations.renewed(first, 1, 50));
        var copy = started(SERVER1, 2);

        open().requireNewest(copy);
        now += Duration.ofSeconds(10).toNanos();
        register.note(TestRegistrations.renewed(first, 1, 60));
        assertThatThrownBy(() -> open().requireNewest(copy))
                .isInstanceOf(StaleCopyException.class)
                .hasMessageContaining("had reached entry 60");
    }

    /** It is a hint against old copies. The start of a member is not: without a disk for it, the name server ends. */
    @Test
    void whenItCannotBeStoredHowFarAMemberCame_thenTheRegisterGoesOn() throws Exception {
        var register = open();
        register.propose(View.NONE, FIRST);
        var first = started(SERVER1, 1);
        register.note(first);
        loseTheDisk();
        now += Duration.ofSeconds(10).toNanos();

        register.note(TestRegistrations.renewed(first, 1, 60));

        assertThat(lastWords).isEmpty();
        assertThat(register.current()).isEqualTo(FIRST);
        assertThatThrownBy(() -> register.note(started(SERVER1, 2))).isInstanceOf(IllegalStateException.class);
        assertThat(lastWords).singleElement().asString().contains("could not write");
    }

    private void loseTheDisk() throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static BackendRegistration started(Member member, long starts) {
        return TestRegistrations.backend(member, BackendRegistration.NO_CLUSTER, new DataAge(starts, 0, 0, 0, 0));
    }

    @Test
    void whenManyProposeAtOnce_thenOneOfThemWinsEachEpochAndNoEpochRepeatsOrFalls() throws Exception {
        var register = open();
        var accepted = Collections.synchronizedList(new ArrayList<Long>());
        Callable<Void> proposer = () -> {
            for (var seen = register.current(); seen.epoch() < 50; seen = register.current()) {
                var me = new Member("server1", UUID.randomUUID());
                if (register.propose(seen, seen.next(me, List.of(me)))) {
                    accepted.add(seen.epoch() + 1);
                }
                assertThat(register.current().epoch()).isGreaterThanOrEqualTo(seen.epoch());
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(Collections.nCopies(8, proposer))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(accepted).doesNotHaveDuplicates().hasSize(50);
        assertThat(open().current()).isEqualTo(register.current());
    }

    @Test
    void whenTheFileIsTornAnywhere_thenItIsRefusedAndLeftAsItIs() throws Exception {
        open().propose(View.NONE, FIRST);
        var whole = Files.readString(file(ViewFile.NAME));
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file(ViewFile.NAME), whole.substring(0, length));
            assertRefused("is damaged");
            assertThat(Files.readString(file(ViewFile.NAME))).hasSize(length);
        }
    }

    @Test
    void whenAnyBitOfTheFileIsFlipped_thenItIsRefused() throws Exception {
        open().propose(View.NONE, FIRST);
        var whole = Files.readAllBytes(file(ViewFile.NAME));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            var damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(ViewFile.NAME), damaged);
            assertRefused("is damaged");
        }
    }

    @Test
    void whenTheFileIsLost_thenTheClusterDoesNotBeginAgainAtEpochZero() throws Exception {
        open().propose(View.NONE, FIRST);
        Files.delete(file(ViewFile.NAME));

        assertRefused("is missing, although a cluster was stored here");
    }

    @Test
    void whenTheDirectoryIsSomebodyElses_thenNoClusterIsBornInIt() throws Exception {
        Files.writeString(file("letter.txt"), "Dear Ada");

        assertRefused("letter.txt");
        assertThat(directory).isDirectoryNotContaining("glob:**view*");
    }

    @Test
    void whenTheFirstStartDiedBeforeItsFileWasThere_thenTheNextOneIsTheFirst() throws Exception {
        Files.writeString(file(ViewFile.NEXT), "just-hun");

        assertThat(open().current()).isEqualTo(View.NONE);
    }

    @Test
    void whenAChangeDiedBeforeItsRename_thenTheOldViewHolds() throws Exception {
        open().propose(View.NONE, FIRST);
        Files.writeString(file(ViewFile.NEXT), "just-hun");

        assertThat(open().current()).isEqualTo(FIRST);
    }

    @Test
    void whenTheDiskFails_thenTheProcessIsToEndAndNobodyIsToldOfTheView() throws Exception {
        var register = open();
        Files.createDirectory(file(ViewFile.NEXT));

        assertThatThrownBy(() -> register.propose(View.NONE, FIRST)).isInstanceOf(IllegalStateException.class);

        assertThat(lastWords).singleElement().asString().contains("could not write epoch 1", "fix the disk");
        assertThat(register.current()).isEqualTo(View.NONE);
    }

    private FileViewRegister open() throws CannotStartException {
        return FileViewRegister.open(directory, () -> now, lastWords::add);
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::open)
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("--data DIR");
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
