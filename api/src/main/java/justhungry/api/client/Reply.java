package justhungry.api.client;

import java.io.Serializable;
import java.time.Instant;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.shop.Response;
import org.jspecify.annotations.Nullable;

/** The reply to an {@link Envelope}. */
public sealed interface Reply extends Serializable {
    <R> R accept(Visitor<R> visitor);

    /** The cases of a reply; the compiler sees to it that none is missing. */
    interface Visitor<R> {
        R visit(Answered answered);

        R visit(NotExecuted refused);

        R visit(OutcomeUnknown unknown);

        R visit(NotPrimary elsewhere);
    }

    /**
     * The ordering rules' answer.
     *
     * @param epoch of the primary that gave it
     * @param revision the index of the entry at which the response is true
     * @param updateNumber the update's number: updates are numbered 1, 2, 3, … without gaps, in the order in which they are carried
     *     out, because one entry holds many. For a read, and for an update that is refused undecided, the number of the
     *     last update before it; 0 before the first
     * @param decidedAt the time of that entry, in whole milliseconds; for a read, the primary's time, if that is later;
     *     {@code null} for a refusal by a front end
     * @param formatOnly whether the front end checked only the format of the request's postcode, which may not exist
     */
    @Tag(4)
    record Answered(
            @Tag(1) long epoch,
            @Tag(2) long revision,
            @Tag(3) long updateNumber,
            @Tag(4) Response response,
            @Tag(5) @Nullable Instant decidedAt,
            @Tag(6) boolean formatOnly)
            implements Reply {
        public Answered {
            Preconditions.present("a response", response);
            Preconditions.range("an epoch", epoch, 0, Long.MAX_VALUE);
            Preconditions.range("a revision", revision, 0, Long.MAX_VALUE);
            Preconditions.range("an update's number", updateNumber, 0, Long.MAX_VALUE);
        }

        /** The answer of a back end, which checks no postcodes. */
        public Answered(long epoch, long revision, long updateNumber, Response response, @Nullable Instant decidedAt) {
            this(epoch, revision, updateNumber, response, decidedAt, false);
        }

        /** The same answer to a request of whose postcode only the format was checked. */
        public Answered ofFormatOnly() {
            return new Answered(epoch, revision, updateNumber, response, decidedAt, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        private Object writeReplace() {
            return new ClientMessage(this);
        }
    }

    /** The reply that the request was certainly not carried out; it may be sent again, with the same id or another. */
    @Tag(5)
    record NotExecuted(@Tag(1) Cause cause, @Tag(2) String message) implements Reply {
        public NotExecuted {
            Preconditions.present("a cause", cause);
            message = Preconditions.text("a message", message, Limits.TEXT_CHARS);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        private Object writeReplace() {
            return new ClientMessage(this);
        }
    }

    /** The reply that it is unknown whether the request took effect. Sent again with the same id, it takes effect once. */
    @Tag(6)
    record OutcomeUnknown(@Tag(1) String message) implements Reply {
        public OutcomeUnknown {
            message = Preconditions.text("a message", message, Limits.TEXT_CHARS);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        private Object writeReplace() {
            return new ClientMessage(this);
        }
    }

    /** A back end's reply to a front end that it is not the primary; {@code view} is the newest that it knows. */
    @Tag(7)
    record NotPrimary(@Tag(1) View view) implements Reply {
        public NotPrimary {
            Preconditions.present("a view", view);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        private Object writeReplace() {
            return new ClientMessage(this);
        }
    }

    /** The cause for which a request was not carried out. */
    enum Cause {
        /** Too few back ends are usable: fewer than two, or none that is known to hold every order. */
        @Tag(1)
        TOO_FEW_BACK_ENDS,
        /** No primary could be found in time. */
        @Tag(2)
        NO_PRIMARY,
        /** Too many requests are waiting; try again later. */
        @Tag(3)
        OVERLOADED,
        /** The primary's memory is nearly full: it answers reads only. */
        @Tag(4)
        MEMORY_FULL
    }
}
