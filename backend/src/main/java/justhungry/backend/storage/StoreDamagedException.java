package justhungry.backend.storage;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A damaged store: something in it is missing, changed, or older than it should be. */
public final class StoreDamagedException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    public StoreDamagedException(String what) {
        this(what, new IOException(what));
    }

    public StoreDamagedException(String what, IOException cause) {
        super(what, cause);
    }
}
