package justhungry.backend.ordering.state;

import justhungry.api.codec.Tag;
import justhungry.api.codec.WireFormat;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;

/** The content of a request, without its id: equal for the same user and request. */
public record RequestContent(@Tag(1) UserId user, @Tag(2) Request request) {
    /** It is stored, and compared with that of a repeat, so equal contents have equal bytes in every version. */
    public ContentDigest digest() {
        return ContentDigest.of(WireFormat.encode(this));
    }
}
