package justhungry.backend.ordering.command;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.DetailsSavedChange;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.UpdateResult;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.ValueEncoder;

/** The command that saves or replaces the user's contact details; never refused here. */
record SaveDetailsCommand(UserId user, ContactDetails details) implements Command {
    private static final int TAG = 1;

    @Override
    public Decision decide(ShopState state) {
        return Decision.of(new UpdateResult.Saved(), new DetailsSavedChange(user, details));
    }

    @Override
    public void writeTo(ValueEncoder out) {
        out.tag(TAG);
        StateCodec.write(user, out);
        StateCodec.write(details, out);
    }
}
