package justhungry.backend.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.state.Catalogue;

/** The contents of a catalogue's file while it is read. */
final class CatalogueBuilder {
    static final List<String> PRODUCT_KEYS = List.of("name", "price", "stock");
    static final List<String> DELIVERY_KEYS = List.of("code", "label", "fee");

    private final List<Product> products = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    void addProduct(CatalogueRow row) {
        var product = row.product();
        requireNew(row, "product " + Product.key(product.name()), product.name());
        if (products.size() == Limits.PRODUCTS) {
            throw row.error("a catalogue has at most %,d products".formatted(Limits.PRODUCTS));
        }
        products.add(product);
    }

    void addDelivery(CatalogueRow row) {
        var delivery = row.delivery();
        requireNew(row, "delivery " + delivery.code(), delivery.code());
        if (deliveries.size() == Limits.DELIVERIES) {
            throw row.error("a catalogue has at most %,d deliveries".formatted(Limits.DELIVERIES));
        }
        deliveries.add(delivery);
    }

    /** Notes a key that has no meaning here. */
    void ignore(String key) {
        ignored.add(key);
    }

    Set<String> ignored() {
        return ignored;
    }

    /** @throws IllegalArgumentException when there is no product */
    Catalogue catalogue() {
        if (products.isEmpty()) {
            throw new IllegalArgumentException("it has no products");
        }
        return deliveries.isEmpty() ? Catalogue.withDefaultDeliveries(products) : new Catalogue(products, deliveries);
    }

    private void requireNew(CatalogueRow row, String kindAndName, String name) {
        var earlier = places.putIfAbsent(kindAndName, row.place());
        if (earlier != null) {
            throw row.error("%s is listed twice; first on %s".formatted(name, earlier));
        }
    }
}
