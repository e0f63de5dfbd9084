package justhungry.backend.ordering.command;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.DetailsSavedChange;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.UpdateResult;

/** The command that saves or replaces the user's contact details; never refused here. */
record SaveDetailsCommand(UserId user, ContactDetails details) implements Command {
    @Override
    public Decision decide(ShopState state) {
        return Decision.of(new UpdateResult.Saved(), new DetailsSavedChange(user, details));
    }
}
