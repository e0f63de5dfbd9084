package justhungry.replay.run;

import java.io.Closeable;
import java.io.IOException;

/** A receiver of a run's events, on one thread, roughly in the order of their times. */
public interface RunListener extends Closeable {
    void onEvent(RunEvent event) throws IOException;

    /** Called when there are no events for a moment: output that was buffered for speed can be shown. */
    default void onIdle() throws IOException {}

    @Override
    default void close() throws IOException {}
}
