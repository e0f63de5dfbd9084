package justhungry.client;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.platform.rmi.RmiFailures;

/**
 * The front ends in a name server's directory. While the name server cannot be reached, the last known ones are used: it
 * is not on the path of a request. Used by the thread of its session.
 */
public final class DirectoryFrontends implements FrontendLocator {
    private final NameServerClient nameServer;
    private List<RegisteredFrontend> lastKnown = List.of();
    private String lastResult = "the name server has not been asked yet";

    public DirectoryFrontends(NameServerAddress address) {
        this.nameServer = new NameServerClient(address);
    }

    @Override
    public List<FrontendHandle> locate() {
        try {
            lastKnown = handles(nameServer.listing().frontends());
            lastResult = "the name server at %s knows %s".formatted(nameServer.address(), names());
        } catch (RemoteException e) {
            // It is down, or still starting. The known front ends may well be running.
            lastResult = (RmiFailures.isRefused(e)
                            ? "nothing listens at %s, where the name server should be"
                            : "the name server at %s does not answer")
                    .formatted(nameServer.address());
        }
        return new ArrayList<>(lastKnown);
    }

    @Override
    public String lastResult() {
        return lastResult;
    }

    private String names() {
        return lastKnown.isEmpty()
                ? "no front end"
                : lastKnown.stream().map(RegisteredFrontend::name).collect(Collectors.joining(", "));
    }

    /** Keeps the links to known processes, and with them their open connections. */
    private List<RegisteredFrontend> handles(List<FrontendRegistration> registrations) {
        Map<UUID, RegisteredFrontend> known = new HashMap<>();
        lastKnown.forEach(link -> known.put(link.process(), link));
        return registrations.stream()
                .map(seen -> known.computeIfAbsent(seen.process(), any -> new RegisteredFrontend(seen)))
                .toList();
    }
}
