package justhungry.frontend.server;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.LaneConnections;
import justhungry.platform.rmi.RmiProcess;

/** A back end that is really called over RMI, and fails as a test tells it. It adopts whatever view it is given. */
final class FakeBackend implements Backend, BackendControl, AutoCloseable {
    private final Member member;
    private final UUID process = UUID.randomUUID();
    private final ExportedObject<Backend> backend;
    private final ExportedObject<BackendControl> control;
    private final List<List<RequestId>> calls = new CopyOnWriteArrayList<>();
    private volatile View view = View.NONE;
    private volatile long lastIndex;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile CountDownLatch slow = new CountDownLatch(0);
    private volatile Consumer<FakeBackend> afterExecuting = any -> {};
    private volatile boolean tooFew;

    FakeBackend(String name) throws IOException {
        this.member = new Member(name, UUID.randomUUID());
        this.backend = ExportedObject.export(this, RmiProcess.LOOPBACK, 0, lane("requests"));
        var asControl = new FakeControl(this);
        this.control = ExportedObject.export(asControl, RmiProcess.LOOPBACK, 0, lane("control"));
    }

    /** The object of the control lane: each lane has one of its own. */
    private record FakeControl(FakeBackend owner) implements BackendControl {
        @Override
        public BackendStatus status() {
            return owner.status();
        }

        @Override
        public void adopt(View next) {
            owner.adopt(next);
        }
    }

    Member member() {
        return member;
    }

    BackendRegistration registration() throws IOException {
        return new BackendRegistration(
                member,
                process,
                BackendRegistration.NO_CLUSTER,
                new MarshalledObject<>(backend.stub()),
                new MarshalledObject<>(null),
                new MarshalledObject<>(control.stub()));
    }

    /** The ids of each call, in the order in which the calls came. */
    List<List<RequestId>> calls() {
        return calls;
    }

    List<RequestId> received() {
        return calls.stream().flatMap(List::stream).toList();
    }

    /** As kill -9 does: connections end, and new ones are refused. */
    void kill() {
        backend.close();
        control.close();
        loseConnections();
    }

    /** As SIGSTOP does: it takes connections and calls, and answers none. */
    void stop() {
        stopped = new CountDownLatch(1);
    }

    void resume() {
        stopped.countDown();
    }

    /** It answers its heartbeat, but holds requests until it is {@link #fast}. */
    void slow() {
        slow = new CountDownLatch(1);
    }

    void fast() {
        slow.countDown();
    }

    /** It answers its heartbeat, but no request reaches it. */
    void refuseRequests() {
        backend.close();
    }

    /** It lives on, but cannot gather acknowledgements. */
    void refuseAsTooFew() {
        tooFew = true;
    }

    /** The next requests are carried out, and then it dies before the answer leaves. */
    void dieAfterExecuting() {
        afterExecuting = FakeBackend::kill;
    }

    /** The next requests are carried out, and then the connection breaks before the answer leaves, once. */
    void loseNextAnswer() {
        afterExecuting = any -> {
            afterExecuting = none -> {};
            loseConnections();
        };
    }

    void hasLog(long index) {
        lastIndex = index;
    }

    private void loseConnections() {
        for (var lane : List.of(lane("requests"), lane("control"))) {
            LaneConnections.cut(lane);
            LaneConnections.allow(lane);
        }
    }

    @Override
    public Batch.Replies submit(Batch batch) {
        await(stopped);
        await(slow);
        var current = view;
        if (!current.primary().equals(Optional.of(member))) {
            return new Batch.Replies(batch.requests().stream()
                    .<Reply>map(any -> new Reply.NotPrimary(current))
                    .toList());
        }
        if (tooFew) {
            return new Batch.Replies(batch.requests().stream()
                    .<Reply>map(any -> new Reply.NotExecuted(Reply.Cause.TOO_FEW_BACK_ENDS, "1 back end is usable"))
                    .toList());
        }
        calls.add(batch.requests().stream().map(request -> request.id()).toList());
        afterExecuting.accept(this);
        return new Batch.Replies(batch.requests().stream()
                .map(request -> answer(current, request.request()))
                .toList());
    }

    private static Reply answer(View current, Request request) {
        return new Reply.Answered(
                current.epoch(),
                1,
                1,
                request instanceof Request.Read
                        ? new Response.Products(List.of(), List.of())
                        : new Response.DetailsSaved(),
                null);
    }

    @Override
    public BackendStatus status() {
        await(stopped);
        var current = view;
        var role = current.primary().equals(Optional.of(member)) ? BackendRole.PRIMARY : BackendRole.REPLICA;
        return new BackendStatus(
                member, role, current.epoch(), lastIndex, Math.min(lastIndex, current.epoch()), 0, 0, current, 0);
    }

    @Override
    public void adopt(View next) {
        await(stopped);
        if (next.epoch() > view.epoch()) {
            view = next;
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Lane lane(String purpose) {
        return new Lane(member.name(), purpose);
    }

    @Override
    public void close() {
        resume();
        fast();
        kill();
    }
}
