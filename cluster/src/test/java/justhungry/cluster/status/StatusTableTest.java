package justhungry.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final OptionalInt FORMAT = OptionalInt.of(1);
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());
    private static final View VIEW = new View(4, TWO, List.of(ONE, TWO));

    private static final ClusterStatus STATUS = new ClusterStatus(
            "127.0.0.1:41235",
            ProcessReachability.UP,
            Optional.of(VIEW),
            List.of(
                    new ClusterStatus.ProbedBackend("server1", ProcessReachability.PAUSED, FORMAT, Optional.empty()),
                    new ClusterStatus.ProbedBackend(
                            "server2",
                            ProcessReachability.UP,
                            FORMAT,
                            Optional.of(backend(TWO, BackendRole.PRIMARY, 1207))),
                    new ClusterStatus.ProbedBackend(
                            "server3",
                            ProcessReachability.UP,
                            FORMAT,
                            Optional.of(backend(THREE, BackendRole.REPLICA, 1200)))),
            List.of(new ClusterStatus.ProbedFrontend(
                    "frontend1",
                    ProcessReachability.UP,
                    FORMAT,
                    Optional.of(new FrontendStatus("frontend1", VIEW, "offline: by their shape only", true)))));

    @Test
    void onAWideTerminalItIsATable() {
        assertThat(StatusTable.lines(STATUS, 80))
                .containsExactly(
                        "No orders are taken: only 1 back end is in sync, 2 are needed",
                        "name server  127.0.0.1:41235, up",
                        "view         epoch 4, primary server2, in-sync server1 server2",
                        "orders       1,100 stored",
                        "",
                        "BACK END  STATE   ROLE     EPOCH  LAST  APPLIED  LAG  INITIALIZED",
                        "server1   paused  -            -     -        -    -  -",
                        "server2   up      primary      4  1207     1207    0  yes",
                        "server3   up      replica      4  1200     1200    7  no",
                        "",
                        "FRONT END  STATE  PRIMARY  EPOCH  POSTCODES",
                        "frontend1  up     answers      4  offline: by their shape only");
    }

    @Test
    void onANarrowTerminalEachProcessIsAParagraph_andNoLineIsTooLong() {
        assertThat(StatusTable.lines(STATUS, 40))
                .allMatch(line -> line.length() <= 40)
                .containsSubsequence("server1: paused", "server2: up", "  role primary, epoch 4, last 1207,");
    }

    @Test
    void ofAsManyBackEndsAsThereMayBe_eachHasItsLine_andNoLineIsTooLong() {
        var members = IntStream.rangeClosed(1, Limits.MEMBERS)
                .mapToObj(i -> new Member("server" + i, UUID.randomUUID()))
                .toList();
        var status = new ClusterStatus(
                STATUS.nameserver(),
                ProcessReachability.UP,
                Optional.of(new View(4, members.get(0), members)),
                members.stream()
                        .map(member -> new ClusterStatus.ProbedBackend(
                                member.name(),
                                ProcessReachability.UP,
                                FORMAT,
                                Optional.of(backend(member, BackendRole.REPLICA, 7))))
                        .toList(),
                STATUS.frontends());

        var lines = StatusTable.lines(status, 80);

        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(members)
                .allSatisfy(member -> assertThat(lines).anyMatch(line -> line.matches(member.name() + " .* yes")));
    }

    @Test
    void asJsonItIsOneObject_withoutWhatIsNotKnown() {
        var line = StatusJson.line(STATUS);

        var json = JsonParser.parseString(line).getAsJsonObject();
        assertThat(line).doesNotContain("\n");
        assertThat(json.get("storedOrders").getAsLong()).isEqualTo(1100);
        var paused = json.getAsJsonArray("backends").get(0).getAsJsonObject();
        assertThat(paused.get("state").getAsString()).isEqualTo("paused");
        assertThat(paused.has("epoch")).isFalse();
        assertThat(paused.has("initialized")).as("nobody knows what it has").isFalse();
        assertThat(json.get("takesOrders").getAsBoolean()).isFalse();
        assertThat(json.get("verdict").getAsString()).startsWith("No orders are taken: ");
        assertThat(json.getAsJsonArray("backends")
                        .get(2)
                        .getAsJsonObject()
                        .get("lag")
                        .getAsLong())
                .isEqualTo(7);
    }

    @Test
    void whileAnUpgradeIsUnderWay_theTableHasTheFormatOfEachRegisteredProcess() {
        var mixed = new ClusterStatus(
                STATUS.nameserver(),
                ProcessReachability.UP,
                Optional.of(VIEW),
                List.of(
                        new ClusterStatus.ProbedBackend(
                                "server1", ProcessReachability.DOWN, OptionalInt.empty(), Optional.empty()),
                        new ClusterStatus.ProbedBackend(
                                "server2",
                                ProcessReachability.UP,
                                OptionalInt.of(2),
                                Optional.of(backend(TWO, BackendRole.PRIMARY, 1207))),
                        new ClusterStatus.ProbedBackend(
                                "server3",
                                ProcessReachability.UP,
                                OptionalInt.of(2),
                                Optional.of(backend(THREE, BackendRole.REPLICA, 1200)))),
                STATUS.frontends());

        assertThat(StatusTable.lines(mixed, 80))
                .contains(
                        "BACK END  STATE  FORMAT  ROLE     EPOCH  LAST  APPLIED  LAG  INITIALIZED",
                        "server1   down        -  -            -     -        -    -  -",
                        "server2   up          2  primary      4  1207     1207    0  yes",
                        "server3   up          2  replica      4  1200     1200    7  no",
                        "FRONT END  STATE  FORMAT  PRIMARY  EPOCH  POSTCODES",
                        "frontend1  up          1  answers      4  offline: by their shape only");
    }

    @Test
    void whoIsNotRegisteredIsOfNoFormat_soTheOthersDoNotDifferFromIt() {
        var backends = new ArrayList<>(STATUS.backends());
        backends.set(
                0,
                new ClusterStatus.ProbedBackend(
                        "server1", ProcessReachability.PAUSED, OptionalInt.empty(), Optional.empty()));
        var status = new ClusterStatus(
                STATUS.nameserver(), ProcessReachability.UP, STATUS.view(), backends, STATUS.frontends());

        assertThat(StatusTable.lines(status, 80)).isEqualTo(StatusTable.lines(STATUS, 80));
        assertThat(StatusJson.line(status))
                .contains("{\"name\":\"server1\",\"state\":\"paused\"}")
                .contains("{\"name\":\"server2\",\"state\":\"up\",\"format\":1,")
                .contains("{\"name\":\"frontend1\",\"state\":\"up\",\"format\":1,");
    }

    @Test
    void aBackEndThatNeedsANewerVersionSaysWhich() {
        var behind = new BackendStatus(
                TWO, BackendRole.REPLICA, 4, 7, 4, 7, 7, VIEW, 3, "entry 8, a newer version is needed", null);
        var status = new ClusterStatus(
                STATUS.nameserver(),
                ProcessReachability.UP,
                Optional.of(VIEW),
                List.of(new ClusterStatus.ProbedBackend(
                        "server2", ProcessReachability.UP, FORMAT, Optional.of(behind))),
                List.of());

        assertThat(StatusTable.lines(status, 80)).contains("server2 cannot follow: entry 8, a newer version is needed");
        assertThat(StatusJson.line(status)).contains("\"neededVersion\":\"entry 8, a newer version is needed\"");
        assertThat(StatusJson.line(STATUS)).doesNotContain("neededVersion");
    }

    @Test
    void aPrimaryWhoseMemoryIsNearlyFullSaysSo_andOrdersAreNotTaken() {
        var full = new BackendStatus(
                TWO,
                BackendRole.PRIMARY,
                4,
                7,
                4,
                7,
                7,
                VIEW,
                3,
                null,
                "312 of 341 MB are in use after a garbage collection");
        var status = new ClusterStatus(
                STATUS.nameserver(),
                ProcessReachability.UP,
                Optional.of(VIEW),
                List.of(new ClusterStatus.ProbedBackend("server2", ProcessReachability.UP, FORMAT, Optional.of(full))),
                STATUS.frontends());

        assertThat(StatusTable.lines(status, 160))
                .contains(
                        "server2's memory is nearly full: 312 of 341 MB are in use after a garbage collection. Give all"
                                + " back ends more memory, the primary last; see docs/operating.md");
        assertThat(StatusJson.line(status))
                .contains("\"memoryShortage\":\"312 of 341 MB are in use after a garbage collection\"");
        assertThat(StatusJson.line(STATUS)).doesNotContain("memoryShortage");
        assertThat(status.takesOrders()).isFalse();
    }

    @Test
    void ordersAreTakenWhenThePrimaryServes_twoAreInSync_andAFrontEndReachesIt() {
        assertThat(withInSync(TWO, THREE).takesOrders()).isTrue();
        assertThat(withInSync(TWO).takesOrders()).isFalse();
    }

    private static ClusterStatus withInSync(Member... members) {
        return new ClusterStatus(
                STATUS.nameserver(),
                ProcessReachability.UP,
                Optional.of(new View(4, TWO, List.of(members))),
                STATUS.backends(),
                STATUS.frontends());
    }

    @Test
    void aBackEndOfANewIncarnationIsNotInitialized_thoughItsNameIsInTheInSyncSet() {
        var reborn = new Member("server1", UUID.randomUUID());
        var backend = new ClusterStatus.ProbedBackend(
                "server1", ProcessReachability.UP, FORMAT, Optional.of(backend(reborn, BackendRole.REPLICA, 3)));

        assertThat(STATUS.initialized(backend)).isFalse();
    }

    private static BackendStatus backend(Member member, BackendRole role, long index) {
        return new BackendStatus(member, role, 4, index, 4, index, index, VIEW, index == 1207 ? 1100 : 1090);
    }
}
