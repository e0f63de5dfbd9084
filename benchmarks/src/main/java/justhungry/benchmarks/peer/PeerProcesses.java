package justhungry.benchmarks.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The servers of a peer: started here, each with its output in a file of its directory, and ended with the benchmark. */
final class PeerProcesses implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final Path directory;

    /** @param directory where the servers run, and where their output goes */
    PeerProcesses(Path directory) {
        this.directory = directory;
    }

    /** The program in the path or in one of the directories, if it is installed. */
    static Optional<Path> find(String program, String... directories) {
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        return Stream.concat(path, Stream.of(directories))
                .map(each -> Path.of(each, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A port that nobody uses at this moment. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts a server, and returns when it listens. */
    void start(String name, int port, List<String> command) throws IOException, InterruptedException {
        var output = directory.resolve(name + ".log");
        var process = launch(output, command);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        processes.put(name, process);
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("%s did not start: %s%n%s".formatted(name, command, Files.readString(output)));
            }
            Thread.sleep(50);
        }
    }

    /** Runs a program to its end. */
    void run(String name, List<String> command) throws IOException, InterruptedException {
        var output = directory.resolve(name + ".log");
        var process = launch(output, command);
        if (!process.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("%s failed: %s%n%s".formatted(name, command, Files.readString(output)));
        }
    }

    private Process launch(Path output, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Process ids by the servers' names. */
    Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        processes.forEach((name, process) -> pids.put(name, process.pid()));
        return pids;
    }

    /** Ends the servers. */
    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
        for (var process : processes.values()) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
