package justhungry.client;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    private static final String SEE_STATUS = "To see what is running: just-hungry status";

    private final Supplier<Optional<NameServerAddress>> background;
    private NameServerClient nameServer;
    private boolean staysHere;
    private List<RegisteredFrontend> lastKnown = List.of();
    private SearchResult lastResult = new SearchResult("the name server has not been asked yet", SEE_STATUS);

    public DirectoryFrontends(NameServerAddress address) {
        this(address, Optional::empty);
    }

    /**
     * Front ends of a cluster in the background, which may come up again at another port.
     *
     * @param address its name server's, or another one to begin with
     * @param background the address of the cluster in the background, while there is one. A cluster that was found elsewhere
     *     is not left for it
     */
    public DirectoryFrontends(NameServerAddress address, Supplier<Optional<NameServerAddress>> background) {
        this.nameServer = new NameServerClient(address);
        this.background = background;
    }

    @Override
    public List<FrontendHandle> locate() {
        boolean isInBackground = isInBackground();
        try {
            lastKnown = handles(nameServer.listing().frontends());
            lastResult = known();
            staysHere |= !isInBackground;
        } catch (RemoteException e) {
            // It is down, or still starting. The known front ends may well be running.
            lastResult = RmiFailures.isRefused(e)
                    ? new SearchResult(
                            "nothing listens at %s, where the name server should be".formatted(nameServer.address()),
                            SEE_STATUS + "; to start a cluster: just-hungry up")
                    : new SearchResult(
                            "the name server at %s does not answer".formatted(nameServer.address()), SEE_STATUS);
        }
        return new ArrayList<>(lastKnown);
    }

    /** Goes to the cluster in the background, unless another one was found; returns whether it is that one now. */
    private boolean isInBackground() {
        var address = staysHere ? Optional.<NameServerAddress>empty() : background.get();
        if (address.isPresent() && !address.get().equals(nameServer.address())) {
            nameServer = new NameServerClient(address.get());
        }
        return address.isPresent();
    }

    @Override
    public SearchResult lastResult() {
        return lastResult;
    }

    private SearchResult known() {
        var lists = "the name server at %s lists ".formatted(nameServer.address());
        if (lastKnown.isEmpty()) {
            return new SearchResult(
                    lists + "no front end",
                    "Start a front end with: just-hungry frontend --nameserver %s (if you started the cluster with just-hungry up: just-hungry restart frontend1)"
                            .formatted(nameServer.address()));
        }
        var names = lastKnown.stream().map(RegisteredFrontend::name).collect(Collectors.joining(", "));
        return new SearchResult(
                lists
                        + names
                        + (lastKnown.size() == 1 ? ", which cannot be reached" : ", none of which can be reached"),
                SEE_STATUS);
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
