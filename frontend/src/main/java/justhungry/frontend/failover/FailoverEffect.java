package justhungry.frontend.failover;

import java.util.List;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;

/**
 * An action outside the failover state that an event requires. Effects are executed in order. A call must not block: its
 * outcome is reported as an event, once for each call, however it ends.
 */
public sealed interface FailoverEffect {
    void execute(Handler handler);

    /** The executor of effects. */
    interface Handler {
        /** Query a back end for its status; there is no more than one such call to a process at a time. */
        void queryStatus(BackendRegistration of);

        /** Fetch the directory's listing, with the register's view; there is no more than one such call at a time. */
        void fetchListing();

        /** Propose a view to the register, and report the view that it then holds; no more than one call at a time. */
        void propose(View expected, View next);

        /** Hand a back end a view that the register has accepted. */
        void adopt(BackendRegistration by, View view);

        /** End all requests that are under way to a back end, and fail new ones, until its lane is allowed again. */
        void cutLane(String backend);

        /** Let requests to a back end connect again. */
        void allowLane(String backend);

        /** Send requests to the primary of a view. */
        void openRoute(View view, BackendRegistration primary);

        /** Let requests wait for the next route. */
        void holdRequests(View view);

        /** Refuse requests: there can be no primary now. */
        void refuseRequests(View view, Reply.NotExecuted refusal);

        /** Forget the stubs of all other processes. */
        void keepStubs(List<BackendRegistration> of);

        /** Log a change of state. */
        void log(String transition);

        /** Too few back ends have been usable for too long. Repeated until the process ends or there is service. */
        void abandon(String reason);
    }

    record QueryStatus(BackendRegistration of) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.queryStatus(of);
        }
    }

    record FetchListing() implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.fetchListing();
        }
    }

    record Propose(View expected, View next) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.propose(expected, next);
        }
    }

    record Adopt(BackendRegistration by, View view) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.adopt(by, view);
        }
    }

    record CutLane(String backend) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.cutLane(backend);
        }
    }

    record AllowLane(String backend) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.allowLane(backend);
        }
    }

    record OpenRoute(View view, BackendRegistration primary) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.openRoute(view, primary);
        }
    }

    record HoldRequests(View view) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.holdRequests(view);
        }
    }

    record RefuseRequests(View view, Reply.NotExecuted refusal) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.refuseRequests(view, refusal);
        }
    }

    record KeepStubs(List<BackendRegistration> of) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.keepStubs(of);
        }
    }

    record Log(String transition) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.log(transition);
        }
    }

    record Abandon(String reason) implements FailoverEffect {
        @Override
        public void execute(Handler handler) {
            handler.abandon(reason);
        }
    }
}
