package justhungry.client;

import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Response;

/** The outcome of a request, as far as this client could determine it. */
public sealed interface Outcome {
    /** The response of the ordering rules, which may be a refusal. */
    record Answered(RequestId id, Reply.Answered reply) implements Outcome {
        public Response response() {
            return reply.response();
        }
    }

    /** A request that was certainly not executed, and may be sent again. */
    record NotExecuted(Reply.Cause cause, String message) implements Outcome {}

    /** A request that was certainly not executed: no front end could be reached in any attempt. */
    record Unreachable(String message) implements Outcome {}

    /** A request that may or may not have been executed, after the last attempt to find out. */
    record Unknown(RequestId id, String message) implements Outcome {}
}
