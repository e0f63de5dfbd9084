package justhungry.client;

import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestTrace;

/**
 * The front ends of another locator, which record the way of each request while tracing is on. Used by the thread of its
 * session; only {@link #start} and {@link #stop} are also called by the one that starts its requests. A session that never
 * traces has no such object, and pays nothing.
 */
public final class TracedFrontends implements FrontendLocator {
    private final FrontendLocator frontends;
    private final List<String> silent = new ArrayList<>();
    private Optional<ClientTrace> last = Optional.empty();
    private boolean on;

    /** At first, tracing is off. */
    public TracedFrontends(FrontendLocator frontends) {
        this.frontends = frontends;
    }

    public void start() {
        on = true;
    }

    public void stop() {
        on = false;
    }

    /** The way of the last request, once; empty when it was not traced. Without an answer, it has the silent front ends. */
    public Optional<ClientTrace> take() {
        var taken = last.or(
                () -> silent.isEmpty() ? Optional.empty() : Optional.of(new ClientTrace(silent, Optional.empty())));
        last = Optional.empty();
        silent.clear();
        return taken;
    }

    @Override
    public List<FrontendHandle> locate() {
        return frontends.locate().stream()
                .<FrontendHandle>map(handle -> new TracedHandle(handle, this))
                .toList();
    }

    @Override
    public SearchResult lastResult() {
        return frontends.lastResult();
    }

    /** A handle whose front end records, if tracing is on when it is used. */
    private record TracedHandle(FrontendHandle handle, TracedFrontends owner) implements FrontendHandle {
        @Override
        public String name() {
            return handle.name();
        }

        @Override
        public Frontend connect() throws RemoteException {
            try {
                var frontend = handle.connect();
                return owner.on ? new RecordedFrontend(name(), frontend, owner) : frontend;
            } catch (RemoteException e) {
                owner.onSilent(name());
                throw e;
            }
        }
    }

    private void onSilent(String name) {
        if (on) {
            silent.add(name);
        }
    }

    /** A front end that is asked for the way of each request. */
    private record RecordedFrontend(String name, Frontend frontend, TracedFrontends owner) implements Frontend {
        @Override
        public Reply submit(Envelope request) throws RemoteException {
            return submitTraced(request).reply();
        }

        @Override
        public RequestTrace submitTraced(Envelope request) throws RemoteException {
            boolean answered = false;
            try {
                var trace = frontend.submitTraced(request);
                owner.last = Optional.of(new ClientTrace(owner.silent, Optional.of(trace)));
                owner.silent.clear();
                answered = true;
                return trace;
            } finally {
                if (!answered) {
                    owner.onSilent(name);
                }
            }
        }

        @Override
        public FrontendStatus status() throws RemoteException {
            return frontend.status();
        }
    }
}
