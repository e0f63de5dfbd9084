package justhungry.cli.console;

import java.io.IOException;
import java.util.Optional;
import org.jline.nativ.CLibrary;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The standard streams of this process, and which are terminals. Java 17 itself tells only whether all of them are. */
final class StandardStreams {
    private static final int STDIN = 0;

    private final Optional<TerminalProvider> provider;

    private StandardStreams(Optional<TerminalProvider> provider) {
        this.provider = provider;
    }

    /** Without JLine's native library on this platform, no stream counts as a terminal, and plain lines are used. */
    static StandardStreams load() {
        try {
            return new StandardStreams(Optional.of(TerminalProvider.load("jni")));
        } catch (IOException | UnsatisfiedLinkError e) {
            return new StandardStreams(Optional.empty());
        }
    }

    /** The columns of the terminal that a stream is on; 0 when it is on none. */
    int width(SystemStream stream) {
        return isTerminal(stream)
                ? provider.map(known -> known.systemStreamWidth(stream)).orElse(0)
                : 0;
    }

    /** Discards what was typed at the terminal of the input and not read, as a part of a line, too. */
    static void discardInput() {
        var settings = new CLibrary.Termios();
        if (CLibrary.tcgetattr(STDIN, settings) == 0) {
            CLibrary.tcsetattr(STDIN, CLibrary.TCSAFLUSH, settings);
        }
    }

    boolean isTerminal(SystemStream stream) {
        return provider.map(known -> known.isSystemStream(stream)).orElse(false);
    }
}
