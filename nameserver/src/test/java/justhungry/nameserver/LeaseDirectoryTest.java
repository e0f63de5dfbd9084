package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseDirectoryTest {
    private static final Member SERVER1 = new Member("server1", UUID.randomUUID());

    @TempDir
    private Path data;

    /** The clock is asked at the first step of a registration and at the last. */
    @Test
    void oneBackEndRegistersAfterTheOther_soThatOfTwoOnCopiesOfOneDiskTheNewestHoldsTheName() throws Exception {
        var views = FileViewRegister.open(data, () -> 0, lastWords -> {});
        views.propose(View.NONE, View.NONE.next(SERVER1, List.of(SERVER1)));
        var clocks = new ArrayList<Runnable>();
        var directory = new LeaseDirectory(views, () -> {
            clocks.forEach(Runnable::run);
            return 0;
        });
        var held = new ArrayList<Boolean>();
        clocks.add(() -> held.add(directory.registering.isHeldByCurrentThread()));

        directory.register(started(views, 3));
        directory.listing();

        assertThat(held)
                .as("two steps, and the listing of the answer, and another one")
                .containsExactly(true, true, false, false);
    }

    private static BackendRegistration started(FileViewRegister views, long number) {
        return TestRegistrations.backend(SERVER1, views.cluster(), new DataAge(number, 1, 1, 1, 1));
    }
}
