package justhungry.client;

import java.rmi.ConnectException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.client.Frontend;

/** A fake locator of front ends, each of which can be stopped and started. */
public final class FakeFrontends implements Frontends {
    /** A handle that works while its front end is up. */
    public static final class Link implements FrontendLink {
        private final Frontend frontend;
        private volatile boolean up = true;

        Link(Frontend frontend) {
            this.frontend = frontend;
        }

        public void goDown() {
            up = false;
        }

        public void comeBack() {
            up = true;
        }

        @Override
        public String name() {
            return "frontend";
        }

        @Override
        public Frontend connect() throws RemoteException {
            if (!up) {
                throw new ConnectException("refused");
            }
            return frontend;
        }
    }

    private final List<FrontendLink> links = new ArrayList<>();

    public Link add(Frontend frontend) {
        var link = new Link(frontend);
        links.add(link);
        return link;
    }

    @Override
    public List<FrontendLink> look() {
        return List.copyOf(links);
    }

    @Override
    public String found() {
        return "the name server at 127.0.0.1:1099 knows frontend1";
    }
}
