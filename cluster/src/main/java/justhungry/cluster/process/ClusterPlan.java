package justhungry.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The plan of a cluster: its processes and their options.
 *
 * @param nameserverPort 0 for any free one
 * @param postcodes the options of front ends for checking postcodes: {@code online}, {@code offline} or {@code auto}
 */
public record ClusterPlan(
        int backends,
        int frontends,
        int nameserverPort,
        Optional<Path> catalogue,
        List<String> postcodes,
        StorageMode storageMode) {
    static final String IN_MEMORY_OPTION = "--in-memory";

    /** The place where back ends keep their state. */
    public enum StorageMode {
        ON_DISK,
        IN_MEMORY
    }

    /** The name server, {@code server1}, {@code server2}, …, and {@code frontend1}, {@code frontend2}, …. */
    List<ProcessSlot> slots() {
        var slots = new ArrayList<ProcessSlot>();
        slots.add(new ProcessSlot("nameserver", ProcessRole.NAMESERVER, List.of(), null));
        numbered(backends)
                .forEach(n -> slots.add(new ProcessSlot("server" + n, ProcessRole.BACKEND, backendOptions(), null)));
        numbered(frontends)
                .forEach(n -> slots.add(new ProcessSlot("frontend" + n, ProcessRole.FRONTEND, postcodes, null)));
        return slots;
    }

    private List<String> backendOptions() {
        var options = new ArrayList<String>();
        catalogue.ifPresent(file -> options.addAll(List.of("--catalogue", file.toString())));
        if (storageMode == StorageMode.IN_MEMORY) {
            options.add(IN_MEMORY_OPTION);
        }
        return options;
    }

    private static IntStream numbered(int many) {
        return IntStream.rangeClosed(1, many);
    }
}
