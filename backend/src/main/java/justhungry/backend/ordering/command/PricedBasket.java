package justhungry.backend.ordering.command;

import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.backend.ordering.state.OrderPlacedChange;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.state.StockEntry;
import justhungry.backend.ordering.state.UpdateResult.Refusal;

/**
 * The items of a request, each with the product as it is in stock. A check returns the refusal, or empty if it passes.
 */
public final class PricedBasket {
    private final List<PricedItem> pricedItems;

    private PricedBasket(List<PricedItem> picks) {
        this.pricedItems = picks;
    }

    public static PricedBasket lookUp(List<BasketItem> items, ShopState state) {
        return new PricedBasket(items.stream()
                .map(item -> new PricedItem(item, state.stockEntry(item.product())))
                .toList());
    }

    public Optional<Refusal> unknownProduct() {
        return pricedItems.stream()
                .filter(pick -> pick.found().isEmpty())
                .findFirst()
                .map(pick -> Refusal.of(
                        RefusalReason.UNKNOWN_PRODUCT,
                        "there is no product %s; see the product list",
                        pick.item().product()));
    }

    /** Requires every product to be known. */
    Optional<Refusal> outOfStock() {
        return pricedItems.stream()
                .filter(pick -> pick.product().stock() < pick.item().quantity())
                .findFirst()
                .map(PricedBasket::tooFew);
    }

    private static Refusal tooFew(PricedItem pick) {
        int left = pick.product().stock();
        return left == 0
                ? Refusal.of(
                        RefusalReason.OUT_OF_STOCK,
                        "no %s is left",
                        pick.product().name())
                : Refusal.of(
                        RefusalReason.OUT_OF_STOCK,
                        "%s: only %d left, but you asked for %d",
                        pick.product().name(),
                        left,
                        pick.item().quantity());
    }

    /** Refuses a total, extras included, of more than {@link Limits#PENCE}. Requires every product to be known. */
    public Optional<Refusal> beyondLimit(Money... extras) {
        long pence = 0;
        for (var extra : extras) {
            pence += extra.pence();
        }
        for (var pick : pricedItems) {
            pence += pick.product().price().pence() * pick.item().quantity();
            if (pence > Limits.PENCE) { // checked each time: the sum of all could overflow; one product's cost cannot
                return Optional.of(tooExpensive());
            }
        }
        return pence > Limits.PENCE ? Optional.of(tooExpensive()) : Optional.empty();
    }

    private static Refusal tooExpensive() {
        return Refusal.of(RefusalReason.INVALID, "an order may cost at most %s; order less", new Money(Limits.PENCE));
    }

    /** The priced lines. Requires every product to be known, and the total to be within the limit. */
    public List<OrderLine> lines() {
        return pricedItems.stream().map(PricedItem::line).toList();
    }

    /** The quantities to take, by place in the catalogue. Requires all checks to have passed. */
    List<OrderPlacedChange.OrderedProduct> orderedProducts() {
        return pricedItems.stream().map(PricedItem::orderedProduct).toList();
    }

    private record PricedItem(BasketItem item, Optional<StockEntry> found) {
        Product product() {
            return found.orElseThrow().product();
        }

        OrderLine line() {
            return new OrderLine(product().name(), item.quantity(), product().price());
        }

        OrderPlacedChange.OrderedProduct orderedProduct() {
            return new OrderPlacedChange.OrderedProduct(
                    found.orElseThrow().place(), item.quantity(), product().price());
        }
    }
}
