package justhungry.platform.rmi;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.codec.MessageExamples;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.Replica;
import justhungry.api.replication.SnapshotChunk;

/** The main of another process, with two lanes; it writes its two stubs as text, and lives until its input ends. */
final class TestPeer implements Backend, Replica, BackendControl {
    /** The number of non-empty calls that wait for each other, so that as many connections are open. */
    static final int CONCURRENT_CALLS = 10;

    private final CountDownLatch allHere = new CountDownLatch(CONCURRENT_CALLS);

    public static void main(String[] args) throws Exception {
        RmiProcess.configure(RmiProcess.LOOPBACK, Duration.ofSeconds(5));
        var peer = new TestPeer();
        var control = new TestPeer();
        try (var requests =
                        ExportedObject.<Backend>export(peer, RmiProcess.LOOPBACK, 0, new Lane(args[0], "requests"));
                var status = ExportedObject.<BackendControl>export(
                        control, RmiProcess.LOOPBACK, 0, new Lane(args[0], "control"))) {
            System.out.println(text(requests.stub()));
            System.out.println(text(status.stub()));
            while (System.in.read() >= 0) {
                // The parent writes nothing; its end is the end of the input.
            }
        }
    }

    private static String text(Object stub) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new MarshalledObject<>(stub));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Override
    public Batch.Replies submit(Batch batch) {
        if (!batch.requests().isEmpty()) {
            awaitOtherCalls();
        }
        return new Batch.Replies(0, List.of());
    }

    @Override
    public PrimaryTrace submitTraced(Envelope request) {
        return new PrimaryTrace(0, new Reply.OutcomeUnknown("it is a test"), 0, List.of(), 0);
    }

    private void awaitOtherCalls() {
        allHere.countDown();
        try {
            allHere.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public AppendResponse append(Append append) {
        return new AppendResponse.ChunkAccepted();
    }

    @Override
    public AppendResponse install(SnapshotChunk piece) {
        return new AppendResponse.ChunkAccepted();
    }

    @Override
    public BackendStatus status() {
        return new BackendStatus(
                MessageExamples.SERVER1, BackendStatus.BackendRole.REPLICA, 0, 0, 0, 0, 0, View.NONE, 0);
    }

    @Override
    public void adopt(View view) {}
}
