package justhungry.cli.request;

import justhungry.api.Reply;
import justhungry.api.RequestId;
import justhungry.api.Response;

/** What became of a request, as far as this client could find out. */
public sealed interface Outcome {
    /**
     * It is settled: this is what the ordering rules say, a refusal among it.
     */
    record Answered(RequestId id, Reply.Answered reply) implements Outcome {
        public Response response() {
            return reply.response();
        }
    }

    /** It was certainly not carried out, and may be asked for again. */
    record NotExecuted(Reply.Cause cause, String message) implements Outcome {}

    /** It was certainly not carried out: no front end could be reached, however often it was tried. */
    record Unreachable(String message) implements Outcome {}

    /** It may or may not have been carried out, and all tries to find out are used up. */
    record Unknown(RequestId id, String message) implements Outcome {}
}
