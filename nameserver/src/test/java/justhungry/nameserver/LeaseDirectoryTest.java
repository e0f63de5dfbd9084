package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.StaleCopyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of processes that register at the same time. */
@Timeout(60)
class LeaseDirectoryTest {
    private static final Member SERVER1 = new Member("server1", UUID.randomUUID());
    private static final View FIRST =
            View.NONE.next(SERVER1, List.of(SERVER1, new Member("server2", UUID.randomUUID())));

    @TempDir
    private Path data;

    private LongSupplier clock = () -> 0;

    @Test
    void ofTwoProcessesOfOneMemberThatRegisterAtOnce_theOneOnTheNewerDataHoldsTheName() throws Exception {
        var views = FileViewRegister.open(data, () -> 0, lastWords -> {});
        views.propose(View.NONE, FIRST);
        var directory = new LeaseDirectory(views, () -> clock.getAsLong());
        var stale = started(views, 3);
        var newest = started(views, 4);
        var others = Executors.newSingleThreadExecutor();
        var second = new CompletableFuture<Void>();
        var looks = new AtomicInteger();
        clock = () -> {
            if (looks.incrementAndGet()
                    == 2) { // at its last step, the other one's registration begins, and ends if it can
                others.execute(() -> register(directory, newest, second));
                endsIfItCan(second);
            }
            return 0;
        };

        directory.register(stale);
        second.get(30, TimeUnit.SECONDS);
        others.shutdown();

        assertThat(directory.listing().backends())
                .extracting(BackendRegistration::process)
                .containsExactly(newest.process());
        assertThatThrownBy(() -> directory.register(started(views, 3))).isInstanceOf(StaleCopyException.class);
    }

    private static BackendRegistration started(FileViewRegister views, long number) {
        return TestRegistrations.backend(SERVER1, views.cluster(), new DataAge(number, 1, 1, 1, 1));
    }

    private static void register(
            LeaseDirectory directory, BackendRegistration registration, CompletableFuture<Void> done) {
        try {
            directory.register(registration);
            done.complete(null);
        } catch (Exception e) { // whatever it is, the test fails with it
            done.completeExceptionally(e);
        }
    }

    /** With the lock it cannot: then the first one goes on. */
    private static void endsIfItCan(CompletableFuture<Void> registration) {
        try {
            registration.get(Duration.ofMillis(500).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits for the first one.
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
