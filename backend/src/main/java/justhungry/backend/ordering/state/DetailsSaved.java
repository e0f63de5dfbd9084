package justhungry.backend.ordering.state;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/** New contact details of a user, for later orders. */
public record DetailsSaved(UserId user, ContactDetails details) implements Change {
    static final int TAG = 2;

    @Override
    public void applyTo(OrderingState state) {
        state.saveDetails(user, details);
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG);
        Format.write(user, out);
        Format.write(details, out);
    }

    static DetailsSaved readFrom(Decoder in) {
        return new DetailsSaved(Format.user(in), Format.details(in));
    }

    @Override
    public Dumped dumped() {
        return new Dumped.DetailsChange("details saved", Dumped.hidden(user));
    }
}
