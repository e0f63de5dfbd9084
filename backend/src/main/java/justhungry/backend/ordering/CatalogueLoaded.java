package justhungry.backend.ordering;

import java.util.List;
import justhungry.api.Product;

/** The first primary's catalogue. A second one changes nothing: neither prices nor stock. */
record CatalogueLoaded(List<Product> products) implements Change {
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
