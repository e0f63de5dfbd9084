package justhungry.backend.ordering.command;

import java.util.List;
import justhungry.api.client.Envelope;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.Digest;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.Outcome;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/** An update of one user, as the ordering rules decide it. */
public sealed interface Command permits SaveDetails, PlaceOrder, CancelOrder {
    /** Decides against the state, and changes nothing. */
    Ruling decide(OrderingState state);

    /** Writes everything that distinguishes this command from others: its kind, its user, its parts. */
    void writeTo(Encoder out);

    /**
     * Equal for the same user and request, and for no others. It is stored: a new encoding needs a new format version.
     */
    default Digest content() {
        return Digest.of(Format.encode(this::writeTo));
    }

    /**
     * The command in an envelope.
     *
     * @throws IllegalArgumentException when its request is not an update
     */
    static Command of(Envelope envelope) {
        var request = envelope.request();
        if (request instanceof Request.SaveDetails save) {
            return new SaveDetails(envelope.user(), save.details());
        }
        if (request instanceof Request.PlaceOrder place) {
            return new PlaceOrder(envelope.user(), place);
        }
        if (request instanceof Request.CancelOrder cancel) {
            return new CancelOrder(envelope.user(), cancel.order());
        }
        throw new IllegalArgumentException("not an update: %s".formatted(request.op()));
    }

    /** The result of a command, with the changes that bring it about: none for a refusal. */
    record Ruling(Outcome outcome, List<Change> changes) {
        static Ruling refused(Outcome.Refused refusal) {
            return new Ruling(refusal, List.of());
        }

        static Ruling of(Outcome outcome, Change change) {
            return new Ruling(outcome, List.of(change));
        }
    }
}
