package justhungry.platform.rmi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.util.Base64;
import justhungry.api.client.Backend;
import justhungry.api.replication.BackendControl;
import justhungry.testing.ChildJvm;

/** A {@link TestPeer} in a JVM of its own, which the test can stop and continue. */
final class PeerProcess implements AutoCloseable {
    private final Process process;
    final Backend backend;
    final BackendControl control;

    private PeerProcess(Process process, Backend backend, BackendControl control) {
        this.process = process;
        this.backend = backend;
        this.control = control;
    }

    static PeerProcess start(String name) throws IOException, ClassNotFoundException {
        var process = ChildJvm.start(TestPeer.class, name);
        var lines = process.inputReader(UTF_8);
        return new PeerProcess(process, (Backend) stub(lines.readLine()), (BackendControl) stub(lines.readLine()));
    }

    private static Object stub(String text) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(text));
        try (var in = new ObjectInputStream(bytes)) {
            return ((MarshalledObject<?>) in.readObject()).get();
        }
    }

    /** SIGSTOP: its kernel still accepts connections, and no call is ever answered. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
        await().atMost(Duration.ofSeconds(90)).until(() -> state().startsWith("T"));
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** The state as {@code ps} shows it; T when it is stopped, which is a moment after the signal. */
    private String state() throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(process.pid())).start();
        return new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
