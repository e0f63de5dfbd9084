package justhungry.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.text.SentenceFormat;
import justhungry.replay.report.ExpectationFailures;
import justhungry.replay.run.Replay;

/** The extra commands of the demo's menu: {@code kill primary}, {@code restart 2}, {@code status}, …. */
final class DemoMenu implements ExtraCommands {
    private final LocalCluster cluster;
    private final ClusterProbe probe;
    private final Console console;

    DemoMenu(LocalCluster cluster, ClusterProbe probe, Console console) {
        this.cluster = cluster;
        this.probe = probe;
        this.console = console;
    }

    @Override
    public boolean execute(String line) {
        var words = words(line);
        if (words.equals(List.of("status"))) {
            StatusTable.lines(probe.fetchStatus(cluster.slots()), console.columns())
                    .forEach(console::print);
            return true;
        }
        if (words.get(0).equals("replay")) {
            replay(List.of(line.strip().split("\\s+")));
            return true;
        }
        var fault = FaultAction.named(words.get(0));
        if (fault.isEmpty()) {
            return false;
        }
        try {
            applyFault(fault.get(), words.subList(1, words.size()));
        } catch (ClusterException e) {
            console.print(TextStyle.BAD, e.getMessage());
        }
        return true;
    }

    /** Whether a line is a command that is hardly the answer to a question: {@code kill primary}, {@code status}. */
    boolean isCommandAnywhere(String line) {
        var words = words(line);
        return words.equals(List.of("status"))
                || (words.size() == 2
                        && FaultAction.named(words.get(0)).isPresent()
                        && FaultCommand.targets(cluster, probe).isTarget(words.get(1)));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    @Override
    public List<String> names() {
        var names =
                new ArrayList<>(List.of("status", "kill primary", "kill replica", "pause primary", "pause replica"));
        names.addAll(List.of("resume paused", "restart killed", "replay"));
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
                "  or break it: kill primary, restart killed (the last one), pause 2, resume 2, status, replay FILE");
    }

    /** The words as typed, because a file's name may have capital letters. */
    private void replay(List<String> words) {
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        var target = new Replay.ReplayTarget(
                () -> new DirectoryFrontends(nameserver), Optional.of(ClusterFaultInjector.on(cluster)));
        try {
            var line = new ParsedLine(ReplayOptions.ALL, words.subList(1, words.size()));
            new ReplayRunner(ReplayOptions.of(line), console::print)
                    .run(target, script -> List.of(new ExpectationFailures(script.name(), console::print)));
        } catch (UsageException e) {
            console.print(TextStyle.BAD, SentenceFormat.of(e.reason()));
        } catch (IOException e) {
            console.print(TextStyle.BAD, "A file cannot be read or written: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void applyFault(FaultAction fault, List<String> words) {
        if (words.size() == 2 && fault == FaultAction.RESTART && words.get(0).equals("--empty")) {
            resolve(words.get(1)).forEach(cluster::restartEmpty);
            console.print("It is running again with an empty data directory; see: status");
        } else if (words.size() == 1) {
            fault.apply(cluster, resolve(words.get(0)), "", console::print);
        } else {
            console.print(
                    TextStyle.BAD,
                    "Name one process, like: %s 2, or: %s primary".formatted(fault.commandName(), fault.commandName()));
        }
    }

    private List<String> resolve(String target) {
        return FaultCommand.targets(cluster, probe).resolve(target);
    }
}
