package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.table.Decoder;
import justhungry.backend.ordering.table.Encoder;
import justhungry.backend.ordering.table.Format;

/** The first primary's catalogue. A second one changes nothing: neither prices nor stock. */
public record CatalogueLoaded(List<Product> products) implements Change {
    static final int TAG = 1;

    @Override
    public void applyTo(OrderingState state) {
        state.load(products);
    }

    @Override
    public void writeTo(Encoder out) {
        out.tag(TAG).list(products, Format::write);
    }

    static CatalogueLoaded readFrom(Decoder in) {
        return new CatalogueLoaded(in.list(Format::product));
    }

    @Override
    public Dumped dumped() {
        return new Dumped.CatalogueChange("catalogue loaded", products.size());
    }
}
