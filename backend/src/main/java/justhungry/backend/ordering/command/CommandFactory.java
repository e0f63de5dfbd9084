package justhungry.backend.ordering.command;

import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;

/** A factory of one user's commands: each kind of update has its command. */
record CommandFactory(UserId user) implements Request.UpdateVisitor<Command> {
    @Override
    public Command visit(Request.SaveDetails save) {
        return new SaveDetailsCommand(user, save.details());
    }

    @Override
    public Command visit(Request.PlaceOrder place) {
        return new PlaceOrderCommand(user, place);
    }

    @Override
    public Command visit(Request.CancelOrder cancel) {
        return new CancelOrderCommand(user, cancel.order());
    }
}
