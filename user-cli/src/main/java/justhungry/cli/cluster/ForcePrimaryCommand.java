package justhungry.cli.cluster;

import java.io.IOException;
import java.util.List;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.replication.BackendStatus;
import justhungry.cli.command.NameServerOption;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code force-primary}, for an in-sync set that is gone for good (docs/protocol.md). */
public final class ForcePrimaryCommand implements ClusterCommand {
    @Override
    public String help() {
        return """
            Examples:
              just-hungry force-primary server3
              just-hungry force-primary server3 --yes

            Last resort, when no back end that holds every order will ever come back: makes another one primary,
            with the orders that it holds. All other orders are lost. First shows what may be lost, and asks.

            Options:
              --nameserver HOST:PORT  where the name server is (default: $JUST_HUNGRY_NAMESERVER, else the
                                      cluster in the background, else 127.0.0.1:1099)
              --yes                   does not ask
            """;
    }

    @Override
    public Options options() {
        return new Options().addOption(NameServerOption.option());
    }

    @Override
    public ExitCode run(CommandLine line, ClusterContext context) throws ParseException, IOException {
        var name = OptionParser.target(line).replaceFirst("^(?=[0-9]{1,3}$)", "server");
        var address = NameServerOption.address(line, context.environment());
        try (var probe = new ClusterProbe(address)) {
            var listing = probe.fetchListing()
                    .orElseThrow(() -> new ClusterException(
                            "the name server at %s does not answer; without it the view cannot be changed"
                                    .formatted(address)));
            var status = probe.fetchStatus(List.of());
            var forced = new ForcedPromotion(listing.view(), statusOf(name, status), answering(status));
            forced.requireNeeded();
            if (!new ConfirmationPrompt(context).confirmed(line, forced.warning())) {
                return ExitCode.USAGE;
            }
            propose(address, listing, forced.nextView());
            context.err()
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
                .orElseThrow(() -> new ClusterException(
                        "%s does not answer; it must be up before it can be primary".formatted(name)));
    }

    private static List<BackendStatus> answering(ClusterStatus status) {
        return status.backends().stream()
                .flatMap(backend -> backend.status().stream())
                .toList();
    }
}
