package justhungry.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A write that failed, as on a full disk or at a failed fsync: its process ends, and it is unknown what was written.
 */
final class DiskFailedException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    DiskFailedException() {
        super(new IOException("the simulated disk failed"));
    }
}
