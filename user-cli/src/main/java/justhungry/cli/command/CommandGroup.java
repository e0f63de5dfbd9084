package justhungry.cli.command;

import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.Option;

/** A group of commands, with the options that all of them have. */
public enum CommandGroup {
    /** The commands of a person who orders. A front end answers within 10 s. */
    CLIENT(
            List.of(
                    CommonOptions.NAMESERVER,
                    CommonOptions.USER_FILE,
                    CommonOptions.YES,
                    CommonOptions.NO_INPUT,
                    CommonOptions.PLAIN,
                    CommonOptions.HELP),
            Duration.ofSeconds(15)),
    /** The commands for the cluster on this machine. The terminal of a demonstration waits for a front end, too. */
    CLUSTER(
            List.of(CommonOptions.YES, CommonOptions.NO_INPUT, CommonOptions.PLAIN, CommonOptions.HELP),
            Duration.ofSeconds(12));

    private final List<Option> options;
    private final Duration callTimeout;

    CommandGroup(List<Option> options, Duration callTimeout) {
        this.options = options;
        this.callTimeout = callTimeout;
    }

    public List<Option> options() {
        return options;
    }

    /** The limit of a remote call. */
    public Duration callTimeout() {
        return callTimeout;
    }
}
