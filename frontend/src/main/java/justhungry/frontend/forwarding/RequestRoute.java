package justhungry.frontend.forwarding;

import java.util.List;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;

/** The way that requests take at present. */
public sealed interface RequestRoute permits PrimaryRoute, RequestRoute.Searching, RequestRoute.Closed {
    /** The newest view that this front end knows. */
    View view();

    /** Whether the primary of that view is there. */
    boolean isOpen();

    /** Carries the requests as far as it can. Those without a final reply afterwards must be sent again. */
    void carry(List<ForwardedRequest> requests);

    /** The route while a primary is searched for: requests wait. */
    record Searching(View view) implements RequestRoute {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void carry(List<ForwardedRequest> requests) {
            // They wait for the next route.
        }
    }

    /** The route while there can be no primary: requests are refused at once, except those that may have been carried out. */
    record Closed(View view, Reply.NotExecuted refusal) implements RequestRoute {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void carry(List<ForwardedRequest> requests) {
            requests.forEach(request -> request.onReply(refusal));
        }
    }
}
