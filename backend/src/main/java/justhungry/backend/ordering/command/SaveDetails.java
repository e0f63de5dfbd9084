package justhungry.backend.ordering.command;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.DetailsSaved;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.Outcome;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/** The command that saves or replaces the user's contact details; never refused here. */
record SaveDetails(UserId user, ContactDetails details) implements Command {
    private static final int TAG = 1;

    @Override
    public Ruling decide(OrderingState state) {
        return Ruling.of(new Outcome.Saved(), new DetailsSaved(user, details));
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG);
        Format.write(user, out);
        Format.write(details, out);
    }
}
