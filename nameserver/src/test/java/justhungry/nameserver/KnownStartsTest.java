package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.StaleCopyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownStartsTest {
    private static final Member SERVER1 = new Member("server1", UUID.randomUUID());
    private static final Member SERVER2 = new Member("server2", UUID.randomUUID());

    private final KnownStarts starts = new KnownStarts(List.of());

    @Test
    void whenABackEndIsRestarted_thenItsDataAreTheNewest() throws Exception {
        starts.note(process(1, 0, 0));
        var second = process(2, 5, 70);
        starts.requireNewest(second);

        assertThat(starts.note(second)).isTrue();
        assertThat(starts.note(TestRegistrations.renewed(second, 5, 80))).isFalse();
        starts.requireNewest(TestRegistrations.renewed(second, 5, 90));
    }

    /** Two directories were started on once since the copy was made, or the copy more rarely than the original. */
    @ParameterizedTest
    @CsvSource({"3", "2", "1"})
    void whenOlderDataAreStartedOn_thenTheyAreKnownByTheNumberOfTheirStarts(long number) {
        starts.note(process(3, 5, 70));

        assertThatThrownBy(() -> starts.requireNewest(process(number, 5, 70)))
                .isInstanceOf(StaleCopyException.class)
                .hasMessageContaining("the data of server1 are an old copy")
                .hasMessageContaining("has already seen start 3")
                .hasMessageContaining("new incarnation");
    }

    /** Its number of starts is that of the newest data, because the copy was made while the last process ran. */
    @ParameterizedTest
    @CsvSource({"5, 69", "4, 71"})
    void whenTheLogEndsBeforeWhatWasCommitted_thenTheDataAreAnOldCopy(long lastEpoch, long lastIndex) {
        var running = process(3, 0, 0);
        starts.note(running);
        starts.note(TestRegistrations.renewed(running, 5, 70));

        assertThatThrownBy(() -> starts.requireNewest(process(4, lastEpoch, lastIndex)))
                .isInstanceOf(StaleCopyException.class)
                .hasMessageContaining("had reached entry 70 of epoch 5");
    }

    @ParameterizedTest
    @CsvSource({"5, 70", "5, 71", "6, 70"})
    void whenTheLogHasAllThatWasCommitted_thenItsTailMayBeShorterThanItWas(long lastEpoch, long lastIndex)
            throws Exception {
        var running = process(3, 5, 90);
        starts.note(running);
        starts.note(TestRegistrations.renewed(running, 5, 70));
        starts.note(TestRegistrations.renewed(running, 5, 60));

        starts.requireNewest(process(4, lastEpoch, lastIndex));
    }

    @Test
    void onlyTheStartsOfInSyncMembersAreKept_whenThereAreMany() {
        var view = new View(1, SERVER1, List.of(SERVER1));
        starts.note(process(3, 5, 70));
        for (int i = 0; i < 1_000; i++) {
            starts.note(TestRegistrations.backend("server2"));
            starts.forgetOthers(view);
        }

        assertThatThrownBy(() -> starts.requireNewest(process(3, 5, 70))).isInstanceOf(StaleCopyException.class);
        assertThat(starts.ofInSync(view)).hasSize(1);
        assertThat(starts.ofInSync(new View(2, SERVER2, List.of(SERVER2)))).isEmpty();
    }

    private static BackendRegistration process(long number, long lastEpoch, long lastIndex) {
        return TestRegistrations.backend(
                SERVER1, BackendRegistration.NO_CLUSTER, new DataAge(number, lastEpoch, lastIndex, 0, 0));
    }
}
