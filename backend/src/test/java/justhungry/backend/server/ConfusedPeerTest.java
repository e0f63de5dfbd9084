package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.Replica;
import justhungry.api.replication.SnapshotChunk;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.catalogue.CatalogueParser;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.InMemoryStore;
import justhungry.fixtures.FakeNameServer;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls of a confused peer, over RMI, to every back end of a cluster that serves. Trap A11. */
class ConfusedPeerTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Member STRANGER = new Member("stranger", new UUID(0, 9));
    private static final Request DETAILS = new Request.SaveDetails(
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green"));

    /** Nobody is suspected, however busy the machine is. */
    private static final ReplicationConfig PATIENT = new ReplicationConfig(
            ReplicationConfig.DEFAULT.heartbeatInterval(),
            Duration.ofMinutes(2),
            ReplicationConfig.DEFAULT.rejoinDelay(),
            ReplicationConfig.DEFAULT.proposalTimeout(),
            ReplicationConfig.DEFAULT.keptEntries(),
            ReplicationConfig.DEFAULT.maxAppendBytes());

    private static final Logger LOG = Logger.getLogger(RmiTransport.class.getName());

    private final List<BackendServer> started = new ArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();

    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                logged.add(new SimpleFormatter().formatMessage(line));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private FakeNameServer names;
    private Member server1;
    private Member server2;
    private Member server3;
    private long sequence;

    private enum ConfusedCall {
        APPEND_OF_A_HUGE_EPOCH {
            @Override
            AppendResponse to(Replica replica, View view) throws RemoteException {
                return replica.append(new Append(STRANGER, Long.MAX_VALUE, 0, 0, List.of(), 0, 0));
            }
        },
        APPEND_OF_A_HUGE_EPOCH_IN_THE_PRIMARYS_NAME {
            @Override
            AppendResponse to(Replica replica, View view) throws RemoteException {
                var leader = view.primary().orElseThrow();
                return replica.append(new Append(leader, Long.MAX_VALUE, 0, 0, List.of(), 0, 0));
            }
        },
        APPEND_OF_THE_CURRENT_EPOCH {
            @Override
            AppendResponse to(Replica replica, View view) throws RemoteException {
                return replica.append(new Append(STRANGER, view.epoch(), 0, 0, List.of(), 0, 0));
            }
        },
        EMPTY_SNAPSHOT_OF_A_HIGHER_EPOCH {
            @Override
            AppendResponse to(Replica replica, View view) throws RemoteException {
                return replica.install(emptySnapshot(STRANGER, view.epoch() + 1));
            }
        },
        EMPTY_SNAPSHOT_IN_THE_PRIMARYS_NAME {
            @Override
            AppendResponse to(Replica replica, View view) throws RemoteException {
                return replica.install(emptySnapshot(view.primary().orElseThrow(), view.epoch()));
            }
        };

        abstract AppendResponse to(Replica replica, View view) throws RemoteException;

        private static SnapshotChunk emptySnapshot(Member from, long epoch) {
            return new SnapshotChunk(from, epoch, 1, epoch, 0, 0, List.of(), 0, true);
        }
    }

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void serve() throws Exception {
        LOG.addHandler(recorder);
        names = new FakeNameServer();
        server1 = start("server1");
        server2 = start("server2");
        server3 = start("server3");
        names.promote(server1, List.of(server1, server2, server3));
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> status("server1").role() == BackendRole.PRIMARY);
        assertThat(saveDetails("server1")).isInstanceOf(Reply.Answered.class);
    }

    @AfterEach
    void end() throws IOException {
        started.forEach(BackendServer::close);
        names.close();
        LOG.removeHandler(recorder);
    }

    @ParameterizedTest
    @EnumSource
    void itIsRefusedEverywhere_nothingIsLost_andUpdatesGoOn(ConfusedCall call) throws Exception {
        for (var name : List.of("server1", "server2", "server3")) {
            var replica = names.registration(name).replica().get();
            long before = refusals();
            assertThat(call.to(replica, names.current()))
                    .isInstanceOfAny(AppendResponse.NotFollowed.class, AppendResponse.ChunkRejected.class);
            assertLogsIt(name, before);
        }

        assertGoesOn();
    }

    @Test
    void aViewThatTheRegisterDoesNotHoldIsNotAdopted_andUpdatesGoOn() throws Exception {
        var madeUp = new View(Long.MAX_VALUE, STRANGER, List.of(STRANGER, server1));
        for (var name : List.of("server1", "server2", "server3")) {
            long before = refusals();
            tell(name, madeUp);
            assertLogsIt(name, before);
        }

        assertGoesOn();
    }

    /** The failover is not to wait for the renewal of leases: who is told of a view asks, and so do those it sends to. */
    @Test
    void aNewPrimaryAndItsReplicasAskTheRegisterOnceEach_andServe() throws Exception {
        started.get(0).close(); // It would enter the next view, of which the others have to ask too.
        int before = names.questions();

        names.promote(server2, List.of(server2, server3));
        tell("server2", names.current());

        assertThat(saveDetails("server2")).isInstanceOf(Reply.Answered.class);
        assertThat(names.questions() - before).isLessThanOrEqualTo(2);
    }

    /** Tells a back end of a view, again when it could not ask the register within a second. */
    private void tell(String name, View view) {
        await().atMost(TIMEOUT).ignoreException(IllegalStateException.class).until(() -> {
            names.registration(name).control().get().adopt(view);
            return true;
        });
    }

    /** The log is that of all, so they are told one at a time. */
    private void assertLogsIt(String name, long before) {
        await(name + " logs it").atMost(TIMEOUT).until(() -> refusals() > before);
    }

    private long refusals() {
        return logged.stream().filter(line -> line.contains(": refused: ")).count();
    }

    private void assertGoesOn() throws Exception {
        assertThat(saveDetails("server1"))
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        reply -> assertThat(reply.response()).isInstanceOf(Response.DetailsSaved.class));
        for (var name : List.of("server1", "server2", "server3")) {
            await().atMost(TIMEOUT).ignoreExceptions().untilAsserted(() -> {
                assertThat(status(name).epoch()).isEqualTo(1);
                assertThat(status(name).lastIndex()).isEqualTo(3);
            });
        }
        assertThat(names.current().epoch()).isEqualTo(1);
    }

    private Reply saveDetails(String name) throws Exception {
        var id = new RequestId(new ClientId(0, 1), ++sequence);
        var batch = new Batch(List.of(new Envelope(id, sequence, new UserId(1, 2), DETAILS)));
        return names.registration(name).backend().get().submit(batch).replies().get(0);
    }

    private BackendStatus status(String name) throws Exception {
        return names.registration(name).control().get().status();
    }

    private Member start(String name) throws Exception {
        var settings = new BackendSettings(
                name, names.address(), RmiProcess.LOOPBACK, Optional.empty(), Optional.empty(), false);
        var store = new InMemoryStore(name);
        started.add(BackendServer.start(settings, store, CatalogueParser.defaultCatalogue(), PATIENT));
        return store.member();
    }
}
