package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.codec.Tag;
import justhungry.api.shop.Product;

/** The first primary's catalogue. A second one changes nothing: neither prices nor stock. */
@Tag(4)
public record CatalogueLoadedChange(@Tag(1) List<Product> products) implements Change {
    @Override
    public void applyTo(ShopState state) {
        state.load(products);
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.CatalogueChange("catalogue loaded", products.size());
    }
}
