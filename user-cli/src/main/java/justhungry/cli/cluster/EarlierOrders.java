package justhungry.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import justhungry.cluster.process.DirectoryTree;

/**
 * The orders that {@code up --fresh} deletes: set aside until the new cluster has started, for it may not start at all.
 *
 * @param data the directory of the cluster in the background
 */
record EarlierOrders(Path data) {
    /** While a new cluster starts in their place. */
    private Path aside() {
        return data.resolveSibling("cluster-before");
    }

    /** Once it has started, until they are deleted. */
    private Path discarded() {
        return data.resolveSibling("cluster-deleted");
    }

    boolean exist() {
        return Files.exists(data);
    }

    void setAside() {
        move(data, aside());
    }

    /**
     * Puts them back if a start of a new cluster has failed, or was cut short; whatever that one has written is deleted.
     *
     * @return whether there were any
     */
    boolean putBack() {
        boolean any = Files.exists(aside());
        if (any) {
            move(aside(), data);
        }
        return any;
    }

    /** Deletes those that were set aside: first by a rename, so that they are never put back over new orders. */
    void delete() {
        if (Files.exists(aside())) {
            move(aside(), discarded());
        }
        DirectoryTree.delete(discarded());
    }

    private static void move(Path from, Path to) {
        DirectoryTree.delete(to);
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be renamed".formatted(from), e);
        }
    }
}
