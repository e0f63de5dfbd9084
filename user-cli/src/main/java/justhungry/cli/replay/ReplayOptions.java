package justhungry.cli.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.ParsedLine;
import justhungry.cli.command.UsageException;
import justhungry.replay.script.model.RequestRate;
import org.apache.commons.cli.Option;

/**
 * The options of a replay.
 *
 * @param script its file; {@code -} is stdin
 * @param rate replaces the script's
 * @param history the file to keep it in; without one, a verification uses a temporary file
 */
public record ReplayOptions(
        Path script,
        boolean dryRun,
        boolean verify,
        Optional<RequestRate> rate,
        Optional<Path> transcript,
        Optional<Path> history,
        Optional<Path> timeline,
        Optional<Path> hdr) {
    private static final Option DRY_RUN =
            CommonOptions.flag("dry-run", "checks the script, prints its plan, and sends nothing");
    private static final Option VERIFY =
            CommonOptions.flag("verify", "checks at the end that a single server would have given the same answers");
    private static final Option TRANSCRIPT =
            CommonOptions.value("transcript", "FILE", "writes the results without times: equal for equal runs");
    private static final Option TIMELINE =
            CommonOptions.value("timeline", "FILE.svg", "draws throughput and latency, with the faults");
    private static final Option HISTORY =
            CommonOptions.value("history", "FILE", "keeps every request, for: just-hungry verify FILE");
    private static final Option HDR = CommonOptions.value("hdr", "FILE", "writes the latencies as an HdrHistogram log");
    private static final Option RATE = CommonOptions.value(
            "rate",
            "RATE",
            "sends the requests of repeats at this mean rate, like 200/s or 90/min, instead of the script's; it does not wait for a slow cluster");

    public static final List<Option> ALL = List.of(DRY_RUN, VERIFY, TRANSCRIPT, TIMELINE, HISTORY, HDR, RATE);

    public static ReplayOptions of(ParsedLine line) throws UsageException {
        return new ReplayOptions(
                Path.of(line.argument("name one script, like examples/first-order.jsonl, or - for stdin")),
                line.has(DRY_RUN),
                line.has(VERIFY),
                rate(line.value(RATE)),
                line.value(TRANSCRIPT).map(Path::of),
                line.value(HISTORY).map(Path::of),
                line.value(TIMELINE).map(Path::of),
                line.value(HDR).map(Path::of));
    }

    private static Optional<RequestRate> rate(Optional<String> text) throws UsageException {
        try {
            return text.map(RequestRate::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--rate: " + e.getMessage());
        }
    }
}
