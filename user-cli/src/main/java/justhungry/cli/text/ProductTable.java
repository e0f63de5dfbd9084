package justhungry.cli.text;

import java.util.List;
import justhungry.api.shop.Product;
import justhungry.platform.text.TextColumns;

/** A table of products with price and stock, one per line. */
public final class ProductTable {
    private static final String OUT_OF_STOCK = "none left";
    private static final int GAPS = 6;

    private final List<Product> products;
    private final int nameWidth;
    private final int priceWidth;
    private final int stockWidth;

    /** @param width that no line exceeds; a longer name is cut. A terminal of 40 columns is wide enough. */
    public ProductTable(List<Product> products, int width) {
        this.products = List.copyOf(products);
        priceWidth = TextColumns.widest(products.stream().map(Product::price).toList());
        stockWidth =
                TextColumns.widest(products.stream().map(ProductTable::stock).toList());
        int widestName = TextColumns.widest(products.stream().map(Product::name).toList());
        nameWidth = Math.max(1, Math.min(widestName, width - priceWidth - stockWidth - GAPS));
    }

    public List<String> lines() {
        return products.stream().map(this::line).toList();
    }

    public String line(Product product) {
        return "  " + TextColumns.left(product.name(), nameWidth) + "  "
                + TextColumns.right(product.price(), priceWidth) + "  " + TextColumns.right(stock(product), stockWidth);
    }

    private static String stock(Product product) {
        return product.stock() == 0 ? OUT_OF_STOCK : product.stock() + " left";
    }
}
