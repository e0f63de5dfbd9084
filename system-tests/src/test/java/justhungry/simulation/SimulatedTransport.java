package justhungry.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.SnapshotChunk;
import justhungry.backend.node.Transport;
import justhungry.backend.storage.Store.StateSnapshot;

/** The calls of a back end to others and to the name server, over the simulated network. */
final class SimulatedTransport implements Transport {
    private final SimulatedBackend backend;
    private final SimulationScheduler simulation;
    private final SimulatedNetwork network;
    private final SimulatedNameServer nameServer;
    private final Function<Member, List<SimulatedBackend>> others;
    private final CallsInProgress calls = new CallsInProgress();

    SimulatedTransport(
            SimulatedBackend backend,
            SimulationScheduler simulation,
            SimulatedNetwork network,
            SimulatedNameServer nameServer,
            Function<Member, List<SimulatedBackend>> others) {
        this.backend = backend;
        this.simulation = simulation;
        this.network = network;
        this.nameServer = nameServer;
        this.others = others;
    }

    CallsInProgress calls() {
        return calls;
    }

    @Override
    public void send(Member to, long call, Append append) {
        calls.begin(to, call);
        toPeer(
                to,
                call,
                (peer, answer) -> peer.node().onAppend(append, answer, simulation.now()),
                answer -> onAnswer(to, call, answer));
    }

    private void onAnswer(Member from, long call, AppendResponse answer) {
        if (!(answer instanceof AppendResponse.ChunkAccepted)) {
            calls.end(from, call);
        }
        backend.node().onAnswer(from, call, answer, simulation.now());
    }

    private void onFailure(Member to, long call, Runnable event) {
        calls.end(to, call);
        event.run();
    }

    @Override
    public void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot) {
        var pieces = new ArrayList<SnapshotChunk>();
        var checksum = new CRC32C();
        List<byte[]> rows;
        do {
            rows = snapshot.nextRows(5, 1 << 20);
            rows.forEach(checksum::update);
            pieces.add(new SnapshotChunk(
                    backend.member(),
                    epoch,
                    snapshot.index(),
                    snapshot.epoch(),
                    snapshot.checksum(),
                    pieces.size(),
                    rows,
                    (int) checksum.getValue(),
                    rows.isEmpty()));
        } while (!rows.isEmpty());
        calls.begin(to, call);
        sendChunk(to, call, pieces, 0);
    }

    private void sendChunk(Member to, long call, List<SnapshotChunk> pieces, int number) {
        toPeer(
                to,
                call,
                (peer, answer) -> peer.node().onChunk(pieces.get(number), answer, simulation.now()),
                answer -> {
                    onAnswer(to, call, answer);
                    if (answer instanceof AppendResponse.ChunkAccepted) {
                        sendChunk(to, call, pieces, number + 1);
                    }
                });
    }

    private void toPeer(Member to, long call, PeerWork work, Consumer<AppendResponse> onAnswer) {
        var peer = others.apply(to).stream().max(Comparator.comparing(SimulatedBackend::isUp));
        if (peer.isEmpty() || !peer.get().member().equals(to)) {
            backend.inThisLife(
                    Duration.ofMillis(1),
                    () -> onFailure(to, call, () -> backend.node().onEnded(to, call, simulation.now())));
            return;
        }
        network.<AppendResponse>call(
                backend,
                peer.get(),
                answer -> {
                    if (peer.get().isConfused()) {
                        answer.accept(new AppendResponse.StaleEpoch(Long.MAX_VALUE));
                    } else if (peer.get().member().equals(to)) {
                        work.at(peer.get(), answer);
                    }
                },
                onAnswer,
                new SimulatedNetwork.CallFailure() {
                    @Override
                    public void ended() {
                        onFailure(to, call, () -> backend.node().onEnded(to, call, simulation.now()));
                    }

                    @Override
                    public void unanswered() {
                        onFailure(to, call, () -> backend.node().onNoAnswer(to, call, simulation.now()));
                    }
                });
    }

    @Override
    public void cancelCall(Member to) {
        calls.cancel(to); // It ends by itself; the core ignores its answer, by the call's id.
    }

    @Override
    public void propose(View expected, View next) {
        network.<View>call(
                backend,
                nameServer,
                answer -> answer.accept(nameServer.propose(expected, next) ? next : nameServer.current()),
                current -> backend.node().onProposalAnswered(current, simulation.now()),
                failing(() -> backend.node().onProposalUnanswered(simulation.now())));
    }

    @Override
    public void queryRegister(long ticket) {
        network.<View>call(
                backend,
                nameServer,
                answer -> answer.accept(nameServer.current()),
                current -> backend.node().onRegisterAnswered(ticket, current, simulation.now()),
                failing(() -> backend.node().onRegisterUnanswered(simulation.now())));
    }

    @Override
    public void learnView() {
        network.<View>call(
                backend,
                nameServer,
                answer -> answer.accept(nameServer.current()),
                current -> backend.node().onViewLearned(current, simulation.now()),
                failing(() -> backend.node().onViewNotLearned(simulation.now())));
    }

    @Override
    public void senderRefused(long epoch, long index, String why) {
        // The invariants tell what came of it.
    }

    @Override
    public void versionNeeded(long epoch, long index, String why) {
        throw new AssertionError(
                "%s cannot read entry %d of epoch %d: %s".formatted(backend.name(), index + 1, epoch, why));
    }

    @Override
    public void roleChanged(BackendRole role, long epoch, long index, String why) {
        calls.clear();
    }

    /** Does the same, however a call has failed. */
    static SimulatedNetwork.CallFailure failing(Runnable work) {
        return new SimulatedNetwork.CallFailure() {
            @Override
            public void ended() {
                work.run();
            }

            @Override
            public void unanswered() {
                work.run();
            }
        };
    }

    private interface PeerWork {
        void at(SimulatedBackend peer, Consumer<AppendResponse> answer);
    }
}
