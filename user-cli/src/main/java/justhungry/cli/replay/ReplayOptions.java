package justhungry.cli.replay;

import java.nio.file.Path;
import java.util.Optional;
import justhungry.cli.cluster.OptionParser;
import justhungry.replay.script.model.RequestRate;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

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
    static final String HELP = """
              --dry-run            checks the script, prints its plan, and sends nothing
              --verify             checks at the end that a single server would have given the same answers
              --transcript FILE    writes the results without times: equal for equal runs
              --timeline FILE.svg  draws throughput and latency, with the faults
              --history FILE       keeps every request, for: just-hungry verify FILE
              --hdr FILE           writes the latencies as an HdrHistogram log
              --rate RATE          sends the requests of repeats at this mean rate, like 200/s or 90/min, instead of
                                   the script's; it does not wait for a slow cluster
            """;

    public static Options options() {
        return new Options()
                .addOption(OptionParser.flag("dry-run"))
                .addOption(OptionParser.flag("verify"))
                .addOption(OptionParser.valued("transcript"))
                .addOption(OptionParser.valued("timeline"))
                .addOption(OptionParser.valued("history"))
                .addOption(OptionParser.valued("hdr"))
                .addOption(OptionParser.valued("rate"));
    }

    public static ReplayOptions of(CommandLine line) throws ParseException {
        if (line.getArgList().size() != 1) {
            throw new ParseException("name one script, like examples/first-order.jsonl, or - for stdin");
        }
        return new ReplayOptions(
                Path.of(line.getArgList().get(0)),
                line.hasOption("dry-run"),
                line.hasOption("verify"),
                rate(line.getOptionValue("rate")),
                file(line, "transcript"),
                file(line, "history"),
                file(line, "timeline"),
                file(line, "hdr"));
    }

    private static Optional<Path> file(CommandLine line, String option) {
        return Optional.ofNullable(line.getOptionValue(option)).map(Path::of);
    }

    private static Optional<RequestRate> rate(String text) throws ParseException {
        try {
            return Optional.ofNullable(text).map(RequestRate::parse);
        } catch (IllegalArgumentException e) {
            throw new ParseException("--rate: " + e.getMessage());
        }
    }
}
