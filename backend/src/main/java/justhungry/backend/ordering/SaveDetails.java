package justhungry.backend.ordering;

import justhungry.api.ContactDetails;
import justhungry.api.UserId;

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
