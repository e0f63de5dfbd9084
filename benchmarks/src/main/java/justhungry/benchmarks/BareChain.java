package justhungry.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import justhungry.benchmarks.bare.BareMessage;
import justhungry.benchmarks.bare.BareProcess;
import justhungry.benchmarks.bare.EntryCounter;
import justhungry.benchmarks.bare.FrontendCall;
import justhungry.benchmarks.bare.UpdatePath;
import justhungry.benchmarks.measure.BenchmarkSubject;

/** The bare chain of {@link justhungry.benchmarks.bare}, in processes with the product's JVM flags. */
final class BareChain implements BenchmarkSubject {
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final MessageSizes sizes;
    private FrontendCall frontend;
    private EntryCounter primary;

    /** Starts the chain. */
    BareChain(Path directory, boolean durable, MessageSizes sizes, UpdatePath path) throws Exception {
        this.sizes = sizes;
        int replica = start("replica", "-Xmx512m", "replica", place(directory, durable, "replica"));
        int other = start("other replica", "-Xmx512m", "replica", place(directory, durable, "other"));
        int leader = start(
                "primary",
                "-Xmx512m",
                "primary",
                place(directory, durable, "primary"),
                Integer.toString(replica),
                Integer.toString(other),
                Integer.toString(sizes.entry()),
                Integer.toString(sizes.update()),
                path.name());
        int front = start("front end", "-Xmx256m", "frontend", Integer.toString(leader));
        primary = (EntryCounter) BareProcess.resolve(leader);
        frontend = (FrontendCall) BareProcess.resolve(front);
    }

    private static String place(Path directory, boolean durable, String name) {
        return durable ? directory.resolve("bare-" + name).toString() : "memory";
    }

    private int start(String name, String heap, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                BareProcess.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        processes.put(name, process);
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        var line = output.readLine();
        if (line == null || !line.startsWith("ready ")) {
            throw new IllegalStateException("the bare %s did not start: %s".formatted(name, line));
        }
        return Integer.parseInt(line.substring("ready ".length()));
    }

    @Override
    public SubjectClient newClient() {
        var order = BareMessage.of(true, sizes.order());
        var read = BareMessage.of(false, sizes.read());
        return new SubjectClient() {
            @Override
            public void update() throws RemoteException {
                frontend.carry(order);
            }

            @Override
            public void read() throws RemoteException {
                frontend.carry(read);
            }
        };
    }

    @Override
    public Map<String, Long> processes() {
        var pids = new LinkedHashMap<String, Long>();
        processes.forEach((name, process) -> pids.put(name, process.pid()));
        pids.remove("other replica");
        return pids;
    }

    @Override
    public long storedEntries() {
        try {
            return primary.storedEntries();
        } catch (RemoteException e) {
            throw new IllegalStateException("the bare primary failed", e);
        }
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
    }
}
