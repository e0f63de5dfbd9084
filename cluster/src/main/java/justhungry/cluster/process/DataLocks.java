package justhungry.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import justhungry.platform.process.DataDirectory;

/**
 * The locks of the data directories of a cluster. The process that holds one is alive, whatever the description of the
 * cluster says about its processes.
 */
public final class DataLocks {
    private DataLocks() {}

    /**
     * Checks that no process uses the data.
     *
     * @param directory of the cluster
     * @throws ClusterException when one does; the message names it
     */
    public static void requireFree(Path directory) {
        var data = directory.resolve("data");
        if (!Files.isDirectory(data)) {
            return;
        }
        try (var each = Files.newDirectoryStream(data, Files::isDirectory)) {
            for (var one : each) {
                requireOneFree(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(data), e);
        }
    }

    private static void requireOneFree(Path data) throws IOException {
        var owner = DataDirectory.owner(data);
        if (owner.isPresent()) {
            throw new ClusterException("process %s still runs: it uses %s, but is not known here. End it with: kill %s"
                    .formatted(owner.get(), data, owner.get()));
        }
    }
}
