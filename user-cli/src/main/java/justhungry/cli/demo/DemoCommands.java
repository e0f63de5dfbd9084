package justhungry.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import justhungry.cli.cluster.Fault;
import justhungry.cli.cluster.FaultCommand;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.cli.replay.ReplayOptions;
import justhungry.cli.replay.Replaying;
import justhungry.cli.replay.ScriptFaults;
import justhungry.cli.terminal.MenuCommands;
import justhungry.client.RegisteredFrontends;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.Seat;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.text.Sentence;
import justhungry.replay.report.Mismatches;
import justhungry.replay.run.Replay;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;

/** The extra commands of the demo's menu: {@code kill primary}, {@code restart 2}, {@code status}, …. */
final class DemoCommands implements MenuCommands {
    private final LocalCluster cluster;
    private final ClusterProbe probe;
    private final Console console;

    DemoCommands(LocalCluster cluster, ClusterProbe probe, Console console) {
        this.cluster = cluster;
        this.probe = probe;
        this.console = console;
    }

    @Override
    public boolean handle(String line) {
        var words = words(line);
        if (words.equals(List.of("status"))) {
            StatusTable.lines(probe.look(cluster.seats()), console.columns()).forEach(console::say);
            return true;
        }
        if (words.get(0).equals("replay")) {
            replay(List.of(line.strip().split("\\s+")));
            return true;
        }
        var fault = Fault.named(words.get(0));
        if (fault.isEmpty()) {
            return false;
        }
        try {
            strike(fault.get(), words.subList(1, words.size()));
        } catch (ClusterException e) {
            console.say(Tone.BAD, e.getMessage());
        }
        return true;
    }

    /** Whether a line is a command that is hardly the answer to a question: {@code kill primary}, {@code status}. */
    boolean isCommandAnywhere(String line) {
        var words = words(line);
        return words.equals(List.of("status"))
                || (words.size() == 2
                        && Fault.named(words.get(0)).isPresent()
                        && FaultCommand.targets(cluster, probe).knows(words.get(1)));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    @Override
    public List<String> names() {
        var names =
                new ArrayList<>(List.of("status", "kill primary", "kill replica", "pause primary", "pause replica"));
        names.addAll(List.of("resume paused", "restart killed", "replay"));
        for (var fault : Fault.values()) {
            cluster.seats().stream().map(Seat::name).forEach(name -> names.add(fault.word() + " " + name));
        }
        return names;
    }

    @Override
    public List<String> hint() {
        return List.of(
                "  or break it: kill primary, restart killed (the last one), pause 2, resume 2, status, replay FILE");
    }

    /** The words as typed, because a file's name may have capital letters. */
    private void replay(List<String> words) {
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        var target =
                new Replay.Cluster(() -> new RegisteredFrontends(nameserver), Optional.of(ScriptFaults.on(cluster)));
        try {
            var line = new DefaultParser(false)
                    .parse(
                            ReplayOptions.options(),
                            words.subList(1, words.size()).toArray(String[]::new));
            new Replaying(ReplayOptions.of(line), console::say)
                    .run(target, script -> List.of(new Mismatches(script.name(), console::say)));
        } catch (ParseException e) {
            console.say(Tone.BAD, Sentence.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            console.say(Tone.BAD, "A file cannot be read or written: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void strike(Fault fault, List<String> words) {
        if (words.size() == 2 && fault == Fault.RESTART && words.get(0).equals("--empty")) {
            find(words.get(1)).forEach(cluster::restartEmpty);
            console.say("It is running again, with an empty data directory; see: status");
        } else if (words.size() == 1) {
            fault.strike(cluster, find(words.get(0)), "", console::say);
        } else {
            console.say(Tone.BAD, "Name one process, like: %s 2, or: %s primary".formatted(fault.word(), fault.word()));
        }
    }

    private List<String> find(String target) {
        return FaultCommand.targets(cluster, probe).find(target);
    }
}
