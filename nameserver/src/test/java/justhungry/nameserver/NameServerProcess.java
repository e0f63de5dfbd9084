package justhungry.nameserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.NotBoundException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.directory.Directory;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.ChildJvm;
import org.jspecify.annotations.Nullable;

/** A real name server in a JVM of its own, which ends with the test. */
final class NameServerProcess implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 120;

    /** Longer than a test that is all right: a read of the output of one that says nothing ends then. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Process process;
    private final Path errors;

    private NameServerProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    static NameServerProcess start(Path data, int port) throws IOException {
        return start("--port", Integer.toString(port), "--data", data.toString());
    }

    static NameServerProcess start(String... args) throws IOException {
        var errors = File.createTempFile("nameserver", ".log");
        errors.deleteOnExit();
        var process = new ProcessBuilder(ChildJvm.command(Main.class, args))
                .redirectError(errors)
                .start();
        return new NameServerProcess(ChildJvm.limited(process, LONGEST), errors.toPath());
    }

    /** Waits for the ready line, and returns the port in it. */
    int port() throws IOException {
        var line = process.inputReader(UTF_8).readLine();
        assertThat(line).as(errors()).matches("nameserver ready at 127\\.0\\.0\\.1:\\d+");
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    static Directory directory(int port) throws RemoteException, NotBoundException {
        return (Directory) RmiProcess.registry(RmiProcess.LOOPBACK, port).lookup(Directory.NAME);
    }

    static ViewRegister views(int port) throws RemoteException, NotBoundException {
        return (ViewRegister) RmiProcess.registry(RmiProcess.LOOPBACK, port).lookup(ViewRegister.NAME);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** As Ctrl-C and SIGTERM do. */
    void terminate() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .as("the process ends")
                .isTrue();
        return process.exitValue();
    }

    /** Its stderr so far. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** The next line of its stdout; null at the end. */
    @Nullable
    String output() throws IOException {
        return process.inputReader(UTF_8).readLine();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
