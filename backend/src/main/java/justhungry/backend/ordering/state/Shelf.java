package justhungry.backend.ordering.state;

import justhungry.api.shop.Product;

/** A product, with its stock, at its place in the catalogue, counted from 0. */
public record Shelf(int place, Product product) {
    Shelf without(int taken) {
        return new Shelf(place, product.withStock(product.stock() - taken));
    }

    Shelf with(int givenBack) {
        return new Shelf(place, product.withStock(product.stock() + givenBack));
    }
}
