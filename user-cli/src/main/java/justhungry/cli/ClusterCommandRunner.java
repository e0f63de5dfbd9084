package justhungry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import justhungry.cli.cluster.Arguments;
import justhungry.cli.cluster.ClusterCommand;
import justhungry.cli.cluster.DownCommand;
import justhungry.cli.cluster.Fault;
import justhungry.cli.cluster.FaultCommand;
import justhungry.cli.cluster.ForcePrimaryCommand;
import justhungry.cli.cluster.StatusCommand;
import justhungry.cli.cluster.Surroundings;
import justhungry.cli.cluster.UpCommand;
import justhungry.cli.console.ConsoleChoice;
import justhungry.cli.demo.DemoCommand;
import justhungry.cli.replay.ReplayCommand;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.RoleJars;
import justhungry.platform.process.ExitCode;
import justhungry.platform.rmi.RmiProcess;
import justhungry.platform.text.Nearest;
import justhungry.platform.text.Sentence;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** The main class of the cluster commands; the first argument is the command's name. */
final class ClusterCommandRunner {
    /** The ordering terminal of a demonstration waits for a front end, which answers within 10 s. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(12);

    private static final Map<String, ClusterCommand> COMMANDS = Map.of(
            "demo", new DemoCommand(),
            "up", new UpCommand(),
            "down", new DownCommand(),
            "status", new StatusCommand(),
            "kill", new FaultCommand(Fault.KILL),
            "pause", new FaultCommand(Fault.PAUSE),
            "resume", new FaultCommand(Fault.RESUME),
            "restart", new FaultCommand(Fault.RESTART),
            "force-primary", new ForcePrimaryCommand(),
            "replay", new ReplayCommand());

    private static final String HELP = """

            Every command has --plain (plain lines, no escape bytes) and --help; every command but demo also has
            --no-input (asks no questions) and --yes (answers every question with yes).
            """;

    private ClusterCommandRunner() {}

    static boolean hasCommand(String name) {
        return COMMANDS.containsKey(name);
    }

    static void runAndExit(String[] args) throws InterruptedException, IOException {
        RmiProcess.configure(RmiProcess.LOOPBACK, LONGEST_CALL);
        var context = new Surroundings(
                System.getenv(), System.out, System.err, ConsoleChoice.of(System.getenv()), RoleJars.find());
        System.exit(run(args, context).code());
    }

    static ExitCode run(String[] args, Surroundings context) throws InterruptedException {
        var name = args.length == 0 ? "demo" : args[0];
        try {
            return run(name, Arrays.copyOfRange(args, Math.min(1, args.length), args.length), context);
        } catch (ParseException e) {
            return failure(
                    ExitCode.USAGE,
                    "%s Try: just-hungry %s --help".formatted(Sentence.ended(String.valueOf(e.getMessage())), name),
                    context);
        } catch (ClusterException e) {
            return failure(e.exitCode(), e.getMessage(), context);
        } catch (UncheckedIOException e) {
            return failure(ExitCode.UNAVAILABLE, "%s (%s)".formatted(e.getMessage(), e.getCause()), context);
        } catch (IOException e) {
            return failure(ExitCode.UNAVAILABLE, "a file or the terminal cannot be used: " + e.getMessage(), context);
        }
    }

    private static ExitCode run(String name, String[] arguments, Surroundings context)
            throws ParseException, IOException, InterruptedException {
        var command = COMMANDS.get(name);
        if (command == null) {
            throw new ParseException(
                    "unknown command '%s'.%s".formatted(name, Nearest.didYouMean(name, COMMANDS.keySet())));
        }
        var line = parse(command, arguments);
        if (line.hasOption("help")) {
            context.out().print(command.help() + HELP);
            return ExitCode.OK;
        }
        return command.run(line, line.hasOption("plain") ? context.withLineText() : context);
    }

    private static CommandLine parse(ClusterCommand command, String[] arguments) throws ParseException {
        var options = command.options()
                .addOption(Option.builder("h").longOpt("help").get())
                .addOption(Arguments.flag("yes"))
                .addOption(Arguments.flag("no-input"))
                .addOption(Arguments.flag("plain"));
        return new DefaultParser(false).parse(options, arguments);
    }

    private static ExitCode failure(ExitCode exitCode, String message, Surroundings context) {
        context.talk().println("just-hungry: " + message);
        return exitCode;
    }
}
