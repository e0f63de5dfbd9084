package justhungry.cli.cluster;

import java.io.IOException;
import java.util.List;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.replication.BackendStatus;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code force-primary}, for an in-sync set that is gone for good (docs/protocol.md). */
public final class ForcePrimaryCommand implements CliCommand {
    @Override
    public String name() {
        return "force-primary";
    }

    @Override
    public String summary() {
        return "last resort: makes a back end primary although orders may be lost";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public String arguments() {
        return "NAME";
    }

    @Override
    public List<String> examples() {
        return List.of("force-primary server3", "force-primary server3 --yes");
    }

    @Override
    public String details() {
        return """
            Last resort, when no back end that holds every order will ever come back: makes another one primary,
            with the orders that it holds. All other orders are lost. First shows what may be lost, and asks.
            """;
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.NAMESERVER);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException {
        var name = invocation.argument("name one back end, like server3").replaceFirst("^(?=[0-9]{1,3}$)", "server");
        var address = invocation.nameServer();
        try (var probe = new ClusterProbe(address)) {
            var listing = probe.fetchListing()
                    .orElseThrow(() -> new ClusterException(
                            "the name server at %s does not answer, and without it the view cannot be changed: start it, then try again"
                                    .formatted(address)));
            var status = probe.fetchPatiently(List.of(), invocation.err()::println);
            var forced = new ForcedPromotion(listing.view(), statusOf(name, status), answering(status));
            forced.requireNeeded();
            if (!new ConfirmationPrompt(invocation).confirmed(forced.warning())) {
                return ExitCode.USAGE;
            }
            propose(address, listing, forced.nextView());
            invocation
                    .err()
                    .println(
                            "%s is primary of epoch %d. Orders are taken again when a second back end has caught up; see: just-hungry status"
                                    .formatted(name, forced.nextView().epoch()));
            return ExitCode.OK;
        }
    }

    /** Proposes the view to the register; the front ends read it there, and call the new primary. */
    private static void propose(NameServerAddress address, DirectoryListing listing, View next) throws IOException {
        if (!new NameServerClient(address).propose(listing.view(), next)) {
            throw new ClusterException(
                    "the view has changed in the meantime, so nothing was done; see: just-hungry status");
        }
    }

    private static BackendStatus statusOf(String name, ClusterStatus status) {
        return answering(status).stream()
                .filter(backend -> backend.member().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ClusterException("no back end named '%s' answers; it must be running".formatted(name)));
    }

    private static List<BackendStatus> answering(ClusterStatus status) {
        return status.backends().stream()
                .flatMap(backend -> backend.status().stream())
                .toList();
    }
}
