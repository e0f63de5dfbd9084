package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.codec.Limits;
import justhungry.api.directory.Directory;
import justhungry.api.directory.Registration;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.RegistrationRefusedException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasesTest {
    private static final UUID CLUSTER = UUID.randomUUID();
    private static final long LEASE = Directory.LEASE.toNanos();

    private final Leases leases = new Leases(() -> Optional.of(CLUSTER));

    /** Near the end of its range, because {@link System#nanoTime} may begin anywhere and overflow. */
    private long now = Long.MAX_VALUE - LEASE / 2;

    @Test
    void whenALeaseIsNotRenewed_thenItEnds() throws Exception {
        var server1 = TestRegistrations.backend("server1");
        register(server1);

        now += LEASE - 1;
        assertThat(leases.living(now)).containsExactly(server1);
        now += 1;
        assertThat(leases.living(now)).isEmpty();
    }

    @Test
    void whenALeaseIsRenewed_thenItHoldsFromThenOn() throws Exception {
        var server1 = TestRegistrations.backend("server1");
        register(server1);
        now += LEASE - 1;
        register(server1);
        now += LEASE - 1;

        assertThat(leases.living(now)).containsExactly(server1);
    }

    @Test
    void whenALivingProcessHasTheName_thenAnotherIncarnationIsRefusedUntilTheLeaseEnds() throws Exception {
        register(TestRegistrations.backend("server1"));
        var other = TestRegistrations.backend("server1");

        refused(() -> register(other)).hasMessageContaining("server1 is taken").hasMessageContaining("in 3 s");
        now += LEASE;
        register(other);

        assertThat(leases.living(now)).containsExactly(other);
    }

    @Test
    void whenABackEndIsRestartedOnItsData_thenItTakesItsNameOverAtOnce() throws Exception {
        var member = new Member("server1", UUID.randomUUID());
        register(TestRegistrations.backend(member, CLUSTER));
        var restarted = TestRegistrations.backend(member, CLUSTER);

        register(restarted);

        assertThat(leases.living(now)).containsExactly(restarted);
    }

    @Test
    void whenANameWasTakenOver_thenTheOldProcessDoesNotGetItBackByALateRenewal() throws Exception {
        var member = new Member("server1", UUID.randomUUID());
        var old = TestRegistrations.backend(member, CLUSTER);
        var restarted = TestRegistrations.backend(member, CLUSTER);
        register(old);
        register(restarted);
        register(restarted);

        refused(() -> register(old)).hasMessageContaining("copy of this data directory");

        assertThat(leases.living(now)).containsExactly(restarted);
    }

    @Test
    void whenAnotherFrontEndHasTheName_thenASecondOneIsRefusedUntilTheLeaseEnds() throws Exception {
        register(TestRegistrations.frontend("frontend1"));
        var other = TestRegistrations.frontend("frontend1");

        refused(() -> register(other)).hasMessageContaining("frontend1 is taken");
        now += LEASE;
        register(other);

        assertThat(leases.living(now)).containsExactly(other);
    }

    @Test
    void whenAFrontEndHasABackEndsName_thenItIsRefused() throws Exception {
        register(TestRegistrations.backend("server1"));

        refused(() -> register(TestRegistrations.frontend("server1"))).hasMessageContaining("server1 is taken");
    }

    @Test
    void whenABackEndBelongsToAnotherCluster_thenTheRefusalSaysToWhichAndWhatToDo() throws Exception {
        var foreign = UUID.randomUUID();
        var server1 = TestRegistrations.backend(new Member("server1", UUID.randomUUID()), foreign);

        refused(() -> register(server1))
                .hasMessageContaining("server1 belongs to cluster " + foreign)
                .hasMessageContaining("; this name server serves cluster " + CLUSTER)
                .hasMessageContaining("name the right one with --nameserver HOST:PORT")
                .hasMessageContaining("on a copy made after the last change of view")
                .hasMessageContaining("just-hungry backend server1 --dump");
        assertThat(leases.living(now)).isEmpty();
    }

    @Test
    void whileTheRegisterHasNoView_thenBackEndsOfAnyClusterAreListed_forItMayBecomeTheirs() throws Exception {
        var empty = new Leases(Optional::empty);
        var server1 = TestRegistrations.backend(new Member("server1", UUID.randomUUID()), UUID.randomUUID());

        empty.register(server1, now);

        assertThat(empty.living(now)).containsExactly(server1);
    }

    @Test
    void whenABackEndBelongsToThisClusterOrToNone_thenItIsTaken() throws Exception {
        register(TestRegistrations.backend(new Member("server1", UUID.randomUUID()), CLUSTER));
        register(TestRegistrations.backend(new Member("server2", UUID.randomUUID()), BackendRegistration.NO_CLUSTER));

        assertThat(leases.living(now)).extracting(Registration::name).containsExactly("server1", "server2");
    }

    @Test
    void whenThereAreTooMany_thenOneMoreOfTheKindIsRefusedAndTheRestGoOn() throws Exception {
        for (int i = 0; i < Limits.MEMBERS; i++) {
            register(TestRegistrations.backend("server" + i));
        }
        var first = (BackendRegistration) leases.living(now).get(0);

        refused(() -> register(TestRegistrations.backend("one-too-many"))).hasMessageContaining("no more are allowed");
        register(first);
        register(TestRegistrations.frontend("frontend1"));

        assertThat(leases.living(now)).hasSize(Limits.MEMBERS + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "view-register"})
    void theNameServersOwnNamesCannotBeHad(String name) {
        refused(() -> register(TestRegistrations.backend(name))).hasMessageContaining("choose another name");
        refused(() -> register(TestRegistrations.frontend(name))).hasMessageContaining("choose another name");
    }

    @Test
    void whenAProcessLeaves_thenItsNameIsFreeAndNobodyElsesIs() throws Exception {
        var frontend = TestRegistrations.frontend("frontend1");
        register(frontend);

        leases.leave(TestRegistrations.frontend("frontend1"));
        assertThat(leases.living(now)).containsExactly(frontend);
        leases.leave(frontend);
        assertThat(leases.living(now)).isEmpty();
        register(TestRegistrations.frontend("frontend1"));
    }

    /** A listing names the process, so a stranger can do that, too. Each renewal is a registration. */
    @Test
    void whenAProcessIsSaidToHaveLeftAgainAndAgain_thenEachRenewalBringsItBack() throws Exception {
        var server1 = TestRegistrations.backend("server1");
        for (int i = 0; i < 3; i++) {
            register(server1);
            assertThat(leases.living(now)).containsExactly(server1);
            leases.leave(server1);
            assertThat(leases.living(now)).isEmpty();
        }
    }

    private void register(Registration registration) throws RegistrationRefusedException {
        leases.register(registration, now);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(RegistrationRefusedException.class);
    }
}
