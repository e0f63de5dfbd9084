package justhungry.cli.replay;

import java.io.Closeable;
import java.io.IOException;

/** Is told what happens, by one thread, roughly in the order of the events' times. */
public interface Sink extends Closeable {
    void accept(Event event) throws IOException;

    /** Nothing more happens for the moment: what was held back for speed can be shown. */
    default void pause() throws IOException {}

    @Override
    default void close() throws IOException {}
}
