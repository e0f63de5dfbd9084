package justhungry.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.cluster.process.ProcessIdentity;
import justhungry.cluster.process.ProcessRole;
import justhungry.cluster.process.ProcessSlot;
import justhungry.coordination.NameServerAddress;
import org.junit.jupiter.api.Test;

class ProbeResultsTest {
    private static final int COLUMNS = 100;

    @Test
    void whenTheNameServerIsDown_thenABackEndThatRunsIsNotTakenForDead() {
        var running =
                new ProcessSlot("server1", ProcessRole.BACKEND, List.of(), ProcessIdentity.of(ProcessHandle.current()));
        var dead = new ProcessSlot("server2", ProcessRole.BACKEND, List.of(), null);
        var answers =
                new ProbeResults(NameServerAddress.parse("127.0.0.1:1"), ProbeAnswer.silence(), Map.of(), Map.of());

        var lines = StatusTable.lines(answers.status(List.of(running, dead)), COLUMNS);

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).matches("server1 +running .* -"))
                .anySatisfy(line -> assertThat(line).matches("server2 +down .*"))
                .anySatisfy(line -> assertThat(line).startsWith("orders").contains("the name server"));
    }

    @Test
    void whenABackEndWasAskedAndDoesNotAnswer_thenItIsSilent() {
        var running =
                new ProcessSlot("server1", ProcessRole.BACKEND, List.of(), ProcessIdentity.of(ProcessHandle.current()));
        var answers = new ProbeResults(
                NameServerAddress.parse("127.0.0.1:1"),
                ProbeAnswer.silence(),
                Map.of("server1", ProbeAnswer.silence(), "server9", ProbeAnswer.refusal()),
                Map.of());

        var status = answers.status(List.of(running));

        assertThat(status.backends())
                .extracting(ClusterStatus.ProbedBackend::name, ClusterStatus.ProbedBackend::reachability)
                .as("only what refuses, or is dead, is down")
                .containsExactly(
                        tuple("server1", ProcessReachability.SILENT), tuple("server9", ProcessReachability.DOWN));
        assertThat(status.silent()).containsExactly("the name server", "server1");
    }

    @Test
    void theFormatsAreThoseOfTheRegistrations_alsoOfWhoDoesNotAnswer() throws IOException {
        var server1 = new BackendRegistration(
                new Member("server1", UUID.randomUUID()),
                UUID.randomUUID(),
                BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                7);
        var frontend1 = new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(null), 0);
        var listing = new DirectoryListing(UUID.randomUUID(), View.NONE, List.of(server1), List.of(frontend1));
        var dead = new ProcessSlot("server2", ProcessRole.BACKEND, List.of(), null);
        var answers = new ProbeResults(
                NameServerAddress.parse("127.0.0.1:1"),
                ProbeAnswer.of(listing),
                Map.of("server1", ProbeAnswer.silence()),
                Map.of("frontend1", ProbeAnswer.silence()));

        var status = answers.status(List.of(dead));

        assertThat(status.backends())
                .extracting(ClusterStatus.ProbedBackend::name, ClusterStatus.ProbedBackend::format)
                .containsExactly(tuple("server2", OptionalInt.empty()), tuple("server1", OptionalInt.of(7)));
        assertThat(status.frontends())
                .extracting(ClusterStatus.ProbedFrontend::format)
                .containsExactly(OptionalInt.of(0));
    }
}
