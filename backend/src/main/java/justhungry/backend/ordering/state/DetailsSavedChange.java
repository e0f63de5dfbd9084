package justhungry.backend.ordering.state;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/** New contact details of a user, for later orders. */
public record DetailsSavedChange(UserId user, ContactDetails details) implements Change {
    static final int TAG = 2;

    @Override
    public void applyTo(ShopState state) {
        state.saveDetails(user, details);
    }

    @Override
    public void writeTo(ValueEncoder out) {
        out.tag(TAG);
        StateCodec.write(user, out);
        StateCodec.write(details, out);
    }

    static DetailsSavedChange readFrom(ValueDecoder in) {
        return new DetailsSavedChange(StateCodec.user(in), StateCodec.details(in));
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.DetailsChange("details saved", DumpRow.hidden(user));
    }
}
