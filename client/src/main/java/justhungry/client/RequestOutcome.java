package justhungry.client;

import java.util.Optional;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Response;

/** The outcome of a request, as far as this client could determine it. */
public sealed interface RequestOutcome {
    <R> R accept(Visitor<R> visitor);

    /** The reply of the cluster, when the request was executed. */
    default Optional<Reply.Answered> answer() {
        return Optional.empty();
    }

    /** Whether the request was certainly not executed, so that it may be sent again, as another one, too. */
    default boolean isUnexecuted() {
        return false;
    }

    /** The refusal by the ordering rules, when that is the response. */
    default Optional<Response.Refused> refusal() {
        return answer().map(Reply.Answered::response).flatMap(Response::refusal);
    }

    /** The cases of an outcome; the compiler sees to it that none is missing. */
    interface Visitor<R> {
        R visit(Completed completed);

        R visit(Unexecuted refused);

        R visit(Unreachable unreachable);

        R visit(Unknown unknown);
    }

    /** The response of the ordering rules, which may be a refusal. */
    record Completed(RequestId id, Reply.Answered reply) implements RequestOutcome {
        public Response response() {
            return reply.response();
        }

        /** Whether only the format of the request's postcode was checked, so that it may not exist. */
        public boolean isFormatOnly() {
            return reply.formatOnly();
        }

        @Override
        public Optional<Reply.Answered> answer() {
            return Optional.of(reply);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A request that was certainly not executed, and may be sent again. */
    record Unexecuted(Reply.Cause cause, String message) implements RequestOutcome {
        @Override
        public boolean isUnexecuted() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A request that was certainly not executed, or that changes nothing: no attempt got an answer.
     *
     * @param reason what was found instead, without a full stop
     * @param message the reason, the consequence, and what to type in a shell
     */
    record Unreachable(String reason, String message) implements RequestOutcome {
        @Override
        public boolean isUnexecuted() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A request that may or may not have been executed, after the last attempt to find out. */
    record Unknown(RequestId id, String message) implements RequestOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
