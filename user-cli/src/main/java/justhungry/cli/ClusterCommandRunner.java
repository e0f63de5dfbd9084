package justhungry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import justhungry.cli.cluster.ClusterCommand;
import justhungry.cli.cluster.ClusterContext;
import justhungry.cli.cluster.DownCommand;
import justhungry.cli.cluster.FaultAction;
import justhungry.cli.cluster.FaultCommand;
import justhungry.cli.cluster.ForcePrimaryCommand;
import justhungry.cli.cluster.OptionParser;
import justhungry.cli.cluster.StatusCommand;
import justhungry.cli.cluster.UpCommand;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.demo.DemoCommand;
import justhungry.cli.replay.ReplayCommand;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.InstalledJars;
import justhungry.platform.process.ExitCode;
import justhungry.platform.rmi.RmiProcess;
import justhungry.platform.text.NearestWord;
import justhungry.platform.text.SentenceFormat;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** The main class of the cluster commands; the first argument is the command's name. */
final class ClusterCommandRunner {
    /** The ordering terminal of a demonstration waits for a front end, which answers within 10 s. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

    private static final Map<String, ClusterCommand> COMMANDS = Map.of(
            "demo", new DemoCommand(),
            "up", new UpCommand(),
            "down", new DownCommand(),
            "status", new StatusCommand(),
            "kill", new FaultCommand(FaultAction.KILL),
            "pause", new FaultCommand(FaultAction.PAUSE),
            "resume", new FaultCommand(FaultAction.RESUME),
            "restart", new FaultCommand(FaultAction.RESTART),
            "force-primary", new ForcePrimaryCommand(),
            "replay", new ReplayCommand());

    private static final String HELP = """

            Every command has --plain (plain lines, no escape bytes) and --help; every command but demo also has
            --no-input (asks no questions) and --yes (answers every question with yes).
            """;

    private ClusterCommandRunner() {}

    static Set<String> commands() {
        return COMMANDS.keySet();
    }

    static void runAndExit(String[] args) throws InterruptedException, IOException {
        RmiProcess.configure(RmiProcess.LOOPBACK, CALL_TIMEOUT);
        var context = new ClusterContext(
                System.getenv(),
                System.out,
                System.err,
                TerminalCapabilities.of(System.getenv()),
                InstalledJars.find());
        System.exit(run(args, context).code());
    }

    static ExitCode run(String[] args, ClusterContext context) throws InterruptedException {
        var name = args.length == 0 ? "demo" : args[0];
        try {
            return run(name, Arrays.copyOfRange(args, Math.min(1, args.length), args.length), context);
        } catch (ParseException e) {
            return failure(
                    ExitCode.USAGE,
                    "%s Try: just-hungry %s --help"
                            .formatted(SentenceFormat.ended(String.valueOf(e.getMessage())), name),
                    context);
        } catch (ClusterException e) {
            return failure(e.exitCode(), e.getMessage(), context);
        } catch (UncheckedIOException e) {
            return failure(ExitCode.UNAVAILABLE, "%s (%s)".formatted(e.getMessage(), e.getCause()), context);
        } catch (IOException e) {
            return failure(ExitCode.UNAVAILABLE, "a file or the terminal cannot be used: " + e.getMessage(), context);
        }
    }

    private static ExitCode run(String name, String[] arguments, ClusterContext context)
            throws ParseException, IOException, InterruptedException {
        var command = COMMANDS.get(name);
        if (command == null) {
            throw new ParseException(
                    "unknown command '%s'.%s".formatted(name, NearestWord.didYouMean(name, COMMANDS.keySet())));
        }
        var line = parse(command, arguments);
        if (line.hasOption("help")) {
            context.out().print(command.help() + HELP);
            return ExitCode.OK;
        }
        return command.run(line, line.hasOption("plain") ? context.withPlainLines() : context);
    }

    private static CommandLine parse(ClusterCommand command, String[] arguments) throws ParseException {
        var options = command.options()
                .addOption(Option.builder("h").longOpt("help").get())
                .addOption(OptionParser.flag("yes"))
                .addOption(OptionParser.flag("no-input"))
                .addOption(OptionParser.flag("plain"));
        return new DefaultParser(false).parse(options, arguments);
    }

    private static ExitCode failure(ExitCode exitCode, String message, ClusterContext context) {
        context.err().println("just-hungry: " + message);
        return exitCode;
    }
}
