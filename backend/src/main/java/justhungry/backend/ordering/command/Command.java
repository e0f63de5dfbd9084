package justhungry.backend.ordering.command;

import java.util.List;
import justhungry.api.client.Envelope;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.state.Change;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.UpdateResult;

/** An update of one user, as the ordering rules decide it. */
public sealed interface Command permits SaveDetailsCommand, PlaceOrderCommand, CancelOrderCommand {
    /** Decides against the state, and changes nothing. */
    Decision decide(ShopState state);

    /**
     * The command in an envelope.
     *
     * @throws IllegalArgumentException when its request is not an update
     */
    static Command of(Envelope envelope) {
        if (envelope.request() instanceof Request.Update update) {
            return update.accept(new CommandFactory(envelope.user()));
        }
        throw new IllegalArgumentException(
                "not an update: %s".formatted(envelope.request().operation()));
    }

    /** The result of a command, with the changes that bring it about: none for a refusal. */
    record Decision(UpdateResult result, List<Change> changes) {
        static Decision refused(UpdateResult.Refusal refusal) {
            return new Decision(refusal, List.of());
        }

        static Decision of(UpdateResult outcome, Change change) {
            return new Decision(outcome, List.of(change));
        }
    }
}
