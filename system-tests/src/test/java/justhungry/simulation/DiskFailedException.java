package justhungry.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A write that failed, as a full disk or a failed fsync does: its process ends, and nobody knows what of it is there. */
final class DiskFailedException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    DiskFailedException() {
        super(new IOException("the simulated disk failed"));
    }
}
