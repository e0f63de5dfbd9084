package justhungry.client;

import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Response;

/** The outcome of a request, as far as this client could determine it. */
public sealed interface RequestOutcome {
    /** The response of the ordering rules, which may be a refusal. */
    record Completed(RequestId id, Reply.Answered reply) implements RequestOutcome {
        public Response response() {
            return reply.response();
        }
    }

    /** A request that was certainly not executed, and may be sent again. */
    record Unexecuted(Reply.Cause cause, String message) implements RequestOutcome {}

    /** A request that was certainly not executed: no front end could be reached in any attempt. */
    record Unreachable(String message) implements RequestOutcome {}

    /** A request that may or may not have been executed, after the last attempt to find out. */
    record Unknown(RequestId id, String message) implements RequestOutcome {}
}
