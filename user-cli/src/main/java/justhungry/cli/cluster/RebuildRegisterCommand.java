package justhungry.cli.cluster;

import java.io.IOException;
import java.util.List;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerClient;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code rebuild-register}, for a name server whose data directory is gone for good. */
public final class RebuildRegisterCommand implements CliCommand {
    @Override
    public String name() {
        return "rebuild-register";
    }

    @Override
    public String summary() {
        return "last resort: rebuilds a lost view register from the back ends";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public List<String> examples() {
        return List.of("rebuild-register", "rebuild-register --yes");
    }

    @Override
    public String details() {
        return """
            Last resort, when the name server's data directory is lost for good. First start a name server with an empty
            data directory, and all back ends that have the orders. This command then picks the new primary: among the
            back ends last known to be in sync, the one with the longest log; if none of those answers, the one with
            the longest log of all. The others catch up from it. Before anything is changed, it shows what it knows and
            what it cannot know, and asks.
            """;
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.NAMESERVER);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException {
        invocation.requireNoArguments();
        var address = invocation.nameServer();
        try (var probe = new ClusterProbe(address)) {
            var listing = probe.fetchListing()
                    .orElseThrow(() -> new ClusterException(
                            "the name server at %s does not answer: try again, or start it on its old data directory. Only if that is lost for good, start it on an empty one"
                                    .formatted(address)));
            var answering = probe.fetchPatiently(List.of(), invocation.err()::println).backends().stream()
                    .flatMap(backend -> backend.status().stream())
                    .toList();
            var rebuild = new RegisterRebuild(listing, answering);
            rebuild.requireNeeded();
            if (!new ConfirmationPrompt(invocation).confirmed(rebuild.warning())) {
                return ExitCode.USAGE;
            }
            var next = rebuild.nextView();
            if (!new NameServerClient(address).rebuild(rebuild.cluster(), next)) {
                throw new ClusterException(
                        "the name server has got a view in the meantime, so nothing was done; see: just-hungry status");
            }
            invocation
                    .err()
                    .println(
                            "%s is primary of epoch %d. Orders are taken again when a second back end has caught up; see: just-hungry status"
                                    .formatted(next.primary().orElseThrow().name(), next.epoch()));
            return ExitCode.OK;
        }
    }
}
