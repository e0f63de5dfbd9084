package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.codec.Tag;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Product;

/** The first primary's catalogue. A second one changes nothing: neither prices, stock nor deliveries. */
@Tag(4)
public record CatalogueLoadedChange(
        @Tag(1) List<Product> products, @Tag(2) List<Delivery> deliveries) implements Change {
    public CatalogueLoadedChange(Catalogue catalogue) {
        this(catalogue.products(), catalogue.deliveries());
    }

    @Override
    public void applyTo(ShopState state) {
        state.load(products, deliveries);
    }

    @Override
    public DumpRow toDumpRow() {
        return new DumpRow.CatalogueChange("catalogue loaded", products.size(), deliveries.size());
    }
}
