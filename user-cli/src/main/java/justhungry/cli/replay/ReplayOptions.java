package justhungry.cli.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import justhungry.cli.command.FileRoles;
import justhungry.cli.command.ParsedLine;
import justhungry.cli.command.UsageException;
import justhungry.platform.command.CliOptions;
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
        Optional<Path> hdr,
        Optional<Path> report) {
    private static final Option DRY_RUN =
            CliOptions.flag("dry-run", "checks the script, prints what it would do, and sends nothing");
    private static final Option VERIFY =
            CliOptions.flag("verify", "checks at the end that a single server would have given the same answers");
    private static final Option TRANSCRIPT = CliOptions.value(
            "transcript", "FILE", "writes the results without times: runs with the same results give the same file");
    private static final Option TIMELINE =
            CliOptions.value("timeline", "FILE.svg", "draws throughput and latency, with the faults");
    private static final Option HISTORY =
            CliOptions.value("history", "FILE", "keeps every request, for: just-hungry verify FILE");
    private static final Option HDR = CliOptions.value("hdr", "FILE", "writes the latencies as an HdrHistogram log");
    private static final Option REPORT =
            CliOptions.value("report", "FILE.xml", "writes the results as JUnit XML, for build servers");
    private static final Option RATE = CliOptions.value(
            "rate",
            "RATE",
            "mean rate of the requests of 'repeat' lines, like 200/s or 90/min, instead of the script's rate; a slow"
                    + " cluster does not lower it");

    public static final List<Option> ALL = List.of(DRY_RUN, VERIFY, TRANSCRIPT, TIMELINE, HISTORY, HDR, REPORT, RATE);

    public static ReplayOptions of(ParsedLine line) throws UsageException {
        var options = new ReplayOptions(
                Path.of(line.argument("name one script, like examples/first-order.jsonl, or - for stdin")),
                line.has(DRY_RUN),
                line.has(VERIFY),
                rate(line.value(RATE)),
                line.value(TRANSCRIPT).map(Path::of),
                line.value(HISTORY).map(Path::of),
                line.value(TIMELINE).map(Path::of),
                line.value(HDR).map(Path::of),
                line.value(REPORT).map(Path::of));
        options.checkFiles();
        return options;
    }

    private void checkFiles() throws UsageException {
        new FileRoles()
                .read("the script", script)
                .write("--transcript", transcript)
                .write("--history", history)
                .write("--timeline", timeline)
                .write("--hdr", hdr)
                .write("--report", report)
                .check();
        var picture = timeline.map(file -> String.valueOf(file.getFileName())).orElse("");
        if (picture.contains(".") && !picture.toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw new UsageException(
                    "--timeline draws SVG: name a file like timeline.svg, not '%s'".formatted(picture));
        }
    }

    private static Optional<RequestRate> rate(Optional<String> text) throws UsageException {
        try {
            return text.map(RequestRate::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--rate: " + e.getMessage());
        }
    }
}
