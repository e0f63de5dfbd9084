package justhungry.backend.ordering.state;

import justhungry.api.shop.Product;

/** A product, with its stock, at its place in the catalogue, counted from 0. */
public record StockEntry(int place, Product product) {
    StockEntry without(int taken) {
        return new StockEntry(place, product.withStock(product.stock() - taken));
    }

    StockEntry with(int givenBack) {
        return new StockEntry(place, product.withStock(product.stock() + givenBack));
    }
}
