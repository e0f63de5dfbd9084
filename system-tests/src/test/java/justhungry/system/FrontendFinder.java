package justhungry.system;

import java.io.IOException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.client.Frontend;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;

/** A finder of front ends, with the last listing of the name server. Shared by all customers. */
final class FrontendFinder {
    private final NameServerClient nameserver;
    private volatile List<Frontend> known = List.of();

    FrontendFinder(NameServerAddress address) {
        this.nameserver = new NameServerClient(address);
    }

    List<Frontend> known() {
        return known;
    }

    /** Queries the name server. While it does not answer or lists none, the known front ends stay. */
    synchronized void refresh() {
        try {
            var found = new ArrayList<Frontend>();
            nameserver.listing().frontends().forEach(registration -> addStub(registration, found));
            known = found.isEmpty() ? known : List.copyOf(found);
        } catch (RemoteException e) {
            // It is down, or not up yet: a customer can do without it.
        }
    }

    private static void addStub(FrontendRegistration registration, List<Frontend> found) {
        try {
            found.add(registration.frontend().get());
        } catch (IOException e) {
            // That front end is down; its lease has not ended yet.
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a front end's stub names a class that is not ours", e);
        }
    }
}
