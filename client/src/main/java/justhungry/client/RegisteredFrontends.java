package justhungry.client;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.coordination.NameServer;
import justhungry.coordination.NameServerAddress;

/**
 * The front ends in a name server's directory. While the name server cannot be reached, the last known ones are used: it
 * is not on the path of a request. Used by the thread of its session.
 */
public final class RegisteredFrontends implements Frontends {
    private final NameServer nameServer;
    private List<RegisteredFrontend> lastSeen = List.of();
    private String found = "the name server was not asked yet";

    public RegisteredFrontends(NameServerAddress address) {
        this.nameServer = new NameServer(address);
    }

    @Override
    public List<FrontendLink> look() {
        try {
            lastSeen = links(nameServer.look().frontends());
            found = "the name server at %s knows %s".formatted(nameServer.address(), names());
        } catch (RemoteException e) {
            // It is down, or still starting. The known front ends may well be running.
            found = "the name server at %s does not answer".formatted(nameServer.address());
        }
        return new ArrayList<>(lastSeen);
    }

    @Override
    public String found() {
        return found;
    }

    private String names() {
        return lastSeen.isEmpty()
                ? "no front end"
                : lastSeen.stream().map(RegisteredFrontend::name).collect(Collectors.joining(", "));
    }

    /** Keeps the links to known processes, and with them their open connections. */
    private List<RegisteredFrontend> links(List<FrontendRegistration> registrations) {
        Map<UUID, RegisteredFrontend> known = new HashMap<>();
        lastSeen.forEach(link -> known.put(link.process(), link));
        return registrations.stream()
                .map(seen -> known.computeIfAbsent(seen.process(), any -> new RegisteredFrontend(seen)))
                .toList();
    }
}
