package justhungry.client;

import java.net.NoRouteToHostException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.client.Frontend;

/** A fake locator of front ends, each of which can be stopped and started. */
public final class FakeFrontendLocator implements FrontendLocator {
    /** A handle that works while its front end is up. */
    public static final class FakeFrontendHandle implements FrontendHandle {
        private final String name;
        private final Frontend frontend;
        private volatile boolean up = true;
        private volatile boolean reachable = true;

        FakeFrontendHandle(String name, Frontend frontend) {
            this.name = name;
            this.frontend = frontend;
        }

        public void stop() {
            up = false;
        }

        public void start() {
            up = true;
        }

        /** Its machine is off. */
        public void cutOff() {
            reachable = false;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Frontend connect() throws RemoteException {
            if (!reachable) {
                throw new ConnectIOException("Exception creating connection", new NoRouteToHostException());
            }
            if (!up) {
                throw new ConnectException("refused");
            }
            return frontend;
        }
    }

    private final List<FrontendHandle> links = new ArrayList<>();

    /** The first one is called frontend1, and so on. */
    public FakeFrontendHandle add(Frontend frontend) {
        var link = new FakeFrontendHandle("frontend" + (links.size() + 1), frontend);
        links.add(link);
        return link;
    }

    @Override
    public List<FrontendHandle> locate() {
        return List.copyOf(links);
    }

    @Override
    public SearchResult lastResult() {
        return new SearchResult(
                "the name server at 127.0.0.1:1099 lists frontend1, which cannot be reached", "Look at the status");
    }
}
