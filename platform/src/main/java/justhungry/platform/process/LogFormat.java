package justhungry.platform.process;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of a server process: on stderr, one line a record, {@code HH:mm:ss.SSS node message}. A message that tells
 * more about the node than its name begins with that: {@code epoch=4 index=1207: became primary}.
 */
public final class LogFormat {
    private LogFormat() {}

    /**
     * Makes all of this JVM's logging write that line; what was configured before is dropped.
     *
     * @param node the process's name, as {@code server2}
     */
    public static void install(String node) {
        LogManager.getLogManager().reset();
        var stderr = new ConsoleHandler();
        stderr.setFormatter(new LineFormatter(node));
        Logger.getLogger("").addHandler(stderr);
    }

    /** A formatter that makes one line of any record; of an exception, its text and the place where it was thrown. */
    static final class LineFormatter extends Formatter {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

        private final String node;

        LineFormatter(String node) {
            this.node = node;
        }

        @Override
        public String format(LogRecord event) {
            var text = formatMessage(event) + cause(event);
            return "%s %s %s%n"
                    .formatted(
                            TIME.format(event.getInstant()),
                            node,
                            text.replaceAll("\\p{Cntrl}+", " ").strip());
        }

        private static String cause(LogRecord event) {
            var thrown = event.getThrown();
            if (thrown == null) {
                return "";
            }
            var stack = thrown.getStackTrace();
            return " (%s%s)".formatted(thrown, stack.length == 0 ? "" : " at " + stack[0]);
        }
    }
}
