package justhungry.backend.ordering.state;

import justhungry.api.codec.Tag;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.UserId;

/** New contact details of a user, for later orders. */
@Tag(5)
public record DetailsSavedChange(
        @Tag(1) UserId user, @Tag(2) ContactDetails details) implements Change {
    @Override
    public void applyTo(ShopState state) {
        state.saveDetails(user, details);
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.DetailsChange("details saved", DumpRow.hidden(user));
    }
}
