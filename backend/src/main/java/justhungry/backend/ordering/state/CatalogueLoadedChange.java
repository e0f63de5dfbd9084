package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.table.StateCodec;
import justhungry.backend.ordering.table.ValueDecoder;
import justhungry.backend.ordering.table.ValueEncoder;

/** The first primary's catalogue. A second one changes nothing: neither prices nor stock. */
public record CatalogueLoadedChange(List<Product> products) implements Change {
    static final int TAG = 1;

    @Override
    public void applyTo(ShopState state) {
        state.load(products);
    }

    @Override
    public void writeTo(ValueEncoder out) {
        out.tag(TAG).list(products, StateCodec::write);
    }

    static CatalogueLoadedChange readFrom(ValueDecoder in) {
        return new CatalogueLoadedChange(in.list(StateCodec::product));
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.CatalogueChange("catalogue loaded", products.size());
    }
}
