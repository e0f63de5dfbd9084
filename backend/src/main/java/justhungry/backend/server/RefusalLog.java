package justhungry.backend.server;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of refused senders: a line a minute at most, because a confused one does not stop. Owned by the loop. */
final class RefusalLog {
    static final Duration INTERVAL = Duration.ofMinutes(1);

    private @Nullable Duration lastLine;
    private long unsaid;

    /** Returns the line to log, if one is due. */
    Optional<String> onRefused(String why, Duration now) {
        if (lastLine != null && now.minus(lastLine).compareTo(INTERVAL) < 0) {
            unsaid++;
            return Optional.empty();
        }
        var line = unsaid == 0 ? why : "%s (%d more were refused since the last such line)".formatted(why, unsaid);
        lastLine = now;
        unsaid = 0;
        return Optional.of(line);
    }
}
