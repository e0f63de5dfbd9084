package justhungry.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import justhungry.cli.cluster.FaultAction;
import justhungry.cli.cluster.FaultCommand;
import justhungry.cli.command.ParsedLine;
import justhungry.cli.command.UsageException;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.replay.ClusterFaultInjector;
import justhungry.cli.replay.ReplayOptions;
import justhungry.cli.replay.ReplayRunner;
import justhungry.cli.terminal.ExtraCommands;
import justhungry.client.DirectoryFrontends;
import justhungry.client.TracedFrontends;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.process.ProcessState;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.FailureReason;
import justhungry.platform.text.NearestWord;
import justhungry.platform.text.SentenceFormat;
import justhungry.replay.report.ExpectationFailures;
import justhungry.replay.report.ProgressBar;
import justhungry.replay.report.ResultText;
import justhungry.replay.run.Replay;
import justhungry.replay.run.RunListener;
import justhungry.replay.script.Script;

/** The extra commands of the demo's menu: {@code kill primary}, {@code restart 2}, {@code status}, …. */
final class DemoMenu implements ExtraCommands {
    private static final String STATUS = "status";
    private static final String REPLAY = "replay";
    private static final List<String> COMMAND_WORDS = Stream.concat(
                    Stream.of(FaultAction.values()).map(FaultAction::commandName), Stream.of(STATUS, REPLAY))
            .toList();
    private static final String EMPTY = "--empty";
    private static final String TRACE = "trace";
    private static final List<String> TRACE_STATES = List.of("on", "off");
    private static final List<String> MISTYPED_WORDS =
            Stream.concat(COMMAND_WORDS.stream(), Stream.of(TRACE)).toList();

    /** A shorter word is an answer: an initial is like many commands. */
    private static final int MIN_MISTYPED_LETTERS = 3;

    private final LocalCluster cluster;
    private final ClusterProbe probe;
    private final Console console;
    private final Optional<PrintStream> progress;
    private final TracedFrontends tracer;
    private final DemoTour tour = new DemoTour();

    /** @param progress the terminal for the progress bar of a replay; empty when no line can be redrawn */
    DemoMenu(
            LocalCluster cluster,
            ClusterProbe probe,
            Console console,
            Optional<PrintStream> progress,
            TracedFrontends tracer) {
        this.cluster = cluster;
        this.probe = probe;
        this.console = console;
        this.progress = progress;
        this.tracer = tracer;
    }

    @Override
    public boolean execute(String line) {
        try {
            return execute(words(line), line);
        } catch (ClusterException e) {
            console.print(TextStyle.BAD, SentenceFormat.of(e.getMessage()));
        } catch (UncheckedIOException e) {
            console.print(
                    TextStyle.BAD,
                    SentenceFormat.of("%s (%s)".formatted(e.getMessage(), FailureReason.of(e.getCause()))));
        }
        return true;
    }

    private boolean execute(List<String> words, String line) {
        var fault = FaultAction.named(words.get(0));
        if (words.get(0).equals(STATUS)) {
            showStatus();
        } else if (words.equals(List.of(DemoTour.NAME))) {
            console.print(TextStyle.HEADING, tour.title());
            tour.step().forEach(console::print);
        } else if (isTrace(words)) {
            trace(words.get(1));
        } else if (words.get(0).equals(REPLAY)) {
            replay(List.of(line.strip().split("\\s+")));
        } else if (fault.isPresent()) {
            applyFault(fault.get(), words.subList(1, words.size()));
        } else if (!mistyped(words).isEmpty()) {
            console.print(
                    TextStyle.BAD,
                    "There is no command '%s'.%s".formatted(line.strip(), NearestWord.didYouMean(mistyped(words))));
        } else {
            return false;
        }
        return true;
    }

    private void showStatus() {
        var status = probe.fetchPatiently(cluster.slots(), console::print);
        if (!Thread.currentThread().isInterrupted()) { // By Ctrl-C, which made silent who was not asked any more.
            StatusTable.lines(status, console.columns()).forEach(console::print);
        }
    }

    @Override
    public boolean isCommand(String line) {
        var words = words(line);
        return COMMAND_WORDS.contains(words.get(0))
                || isTrace(words)
                || (words.size() > 1 && !mistyped(words).isEmpty()); // One word may be a name, like Stas.
    }

    /**
     * The commands that words like {@code kil 2}, {@code restrt --empty 2} or {@code statsu} may have been meant to be. The first
     * letter is hardly ever mistyped.
     */
    private List<String> mistyped(List<String> words) {
        var first = words.get(0);
        if (first.length() < MIN_MISTYPED_LETTERS) {
            return List.of();
        }
        var arguments = words.subList(1, words.size());
        return NearestWord.to(first, MISTYPED_WORDS).stream()
                .filter(command -> command.charAt(0) == first.charAt(0))
                .flatMap(command ->
                        meant(command, first, arguments).stream().map(rest -> (command + " " + rest).strip()))
                .toList();
    }

    /** The arguments that may have been meant; empty when the command takes none that are like them. */
    private List<String> meant(String command, String typed, List<String> arguments) {
        var argument = String.join(" ", arguments);
        return switch (command) {
            case STATUS -> arguments.isEmpty() ? List.of("") : List.of();
            case TRACE ->
                command.equals(typed)
                        ? NearestWord.to(argument, TRACE_STATES)
                        : TRACE_STATES.stream().filter(argument::equals).toList();
            case REPLAY -> arguments.size() == 1 && argument.endsWith(".jsonl") ? arguments : List.of();
            default -> meantTargets(command, arguments);
        };
    }

    /** A name may be in two parts, as {@code server 1}, and come after {@code --empty}, which only a restart takes. */
    private List<String> meantTargets(String command, List<String> arguments) {
        boolean empties = !arguments.isEmpty() && arguments.get(0).equals(EMPTY);
        var name = String.join("", empties ? arguments.subList(1, arguments.size()) : arguments);
        var option = empties && command.equals(FaultAction.RESTART.commandName()) ? EMPTY + " " : "";
        return FaultCommand.targets(cluster, probe, console::print).nearTargets(name).stream()
                .map(target -> option + target)
                .toList();
    }

    @Override
    public boolean canRepair() {
        return true;
    }

    @Override
    public List<String> repairs() {
        return cluster.slots().stream()
                .filter(slot -> slot.state() != ProcessState.RUNNING)
                .map(slot -> (slot.state() == ProcessState.DEAD
                                ? "%1$s is down; bring it back with: restart %1$s"
                                : "%1$s is paused; continue it with: resume %1$s")
                        .formatted(slot.name()))
                .toList();
    }

    @Override
    public String statusCommand() {
        return STATUS;
    }

    @Override
    public List<String> help() {
        return List.of(
                "Break and repair the cluster, here, at any question, and while a request waits:",
                "  kill primary     the process ends at once; also: kill replica, kill 2, kill frontend1",
                "  restart killed   brings back what was killed last; also: restart 2, restart all",
                "  pause 2          the process lives, and answers nothing",
                "  resume paused    continues what was paused last; also: resume 2",
                "  status           the state of every process",
                "  trace on         shows the path of each request, until: trace off",
                "  tour             shows you around, a step at a time; only at the menu",
                "  replay FILE      sends the requests of a script, like: replay examples/failover.jsonl");
    }

    private static boolean isTrace(List<String> words) {
        return words.size() == 2 && words.get(0).equals(TRACE) && TRACE_STATES.contains(words.get(1));
    }

    private void trace(String state) {
        if (state.equals("on")) {
            tracer.start();
            console.print("Tracing is on. To stop: trace off");
        } else {
            tracer.stop();
            console.print("Tracing is off.");
        }
    }

    private static List<String> words(String line) {
        return List.of(line.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    @Override
    public List<String> names() {
        var names =
                new ArrayList<>(List.of("status", "kill primary", "kill replica", "pause primary", "pause replica"));
        names.addAll(List.of("resume paused", "restart killed", "trace on", "trace off", REPLAY, DemoTour.NAME));
        for (var fault : FaultAction.values()) {
            cluster.slots().stream()
                    .map(ProcessSlot::name)
                    .forEach(name -> names.add(fault.commandName() + " " + name));
        }
        return names;
    }

    @Override
    public List<String> hints() {
        return List.of(
                "  or break it: kill primary, restart killed, pause 2, resume 2, status, trace on, replay FILE;",
                "  tour shows you around, help explains all commands");
    }

    /** The words as typed, because a file's name may have capital letters. */
    private void replay(List<String> words) {
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        var target = new Replay.ReplayTarget(
                () -> new DirectoryFrontends(nameserver), Optional.of(ClusterFaultInjector.on(cluster)));
        try {
            var line = new ParsedLine(ReplayOptions.ALL, words.subList(1, words.size()));
            new ReplayRunner(ReplayOptions.of(line), console::print).run(target, this::results);
        } catch (UsageException e) {
            console.print(TextStyle.BAD, SentenceFormat.of(e.reason()));
        } catch (IOException e) {
            console.print(TextStyle.BAD, "A file cannot be read or written: " + FailureReason.withFile(e));
        }
    }

    private List<RunListener> results(Script script) {
        if (progress.isEmpty()) {
            return results(script, console::print);
        }
        var bar = new ProgressBar(progress.get(), script.requests());
        return Stream.concat(results(script, bar.printer(console::print)).stream(), Stream.of(bar))
                .toList();
    }

    private static List<RunListener> results(Script script, Consumer<String> printer) {
        return List.of(new ResultText(printer), new ExpectationFailures(script.name(), printer));
    }

    private void applyFault(FaultAction fault, List<String> words) {
        if (words.size() == 2 && fault == FaultAction.RESTART && words.get(0).equals(EMPTY)) {
            resolve(words.get(1)).forEach(cluster::restartEmpty);
            console.print("It is running again with an empty data directory; see: status");
        } else if (words.size() == 1) {
            fault.apply(cluster, resolve(words.get(0)), console::print);
        } else {
            console.print(
                    TextStyle.BAD,
                    "Name one process, like: %s 2, or: %s primary".formatted(fault.commandName(), fault.commandName()));
        }
    }

    private List<String> resolve(String target) {
        return FaultCommand.targets(cluster, probe, console::print).resolve(target);
    }
}
