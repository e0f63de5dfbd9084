package justhungry.backend.ordering.command;

import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Item;
import justhungry.api.shop.Line;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Reason;
import justhungry.backend.ordering.state.OrderPlaced;
import justhungry.backend.ordering.state.OrderingState;
import justhungry.backend.ordering.state.Outcome.Refused;
import justhungry.backend.ordering.state.Shelf;

/**
 * The items of a request, each with the product as it is in stock. A check returns the refusal, or empty if it passes.
 */
public final class Basket {
    private final List<Pick> picks;

    private Basket(List<Pick> picks) {
        this.picks = picks;
    }

    public static Basket look(List<Item> items, OrderingState state) {
        return new Basket(items.stream()
                .map(item -> new Pick(item, state.shelf(item.product())))
                .toList());
    }

    public Optional<Refused> unknownProduct() {
        return picks.stream()
                .filter(pick -> pick.found().isEmpty())
                .findFirst()
                .map(pick -> Refused.of(
                        Reason.UNKNOWN_PRODUCT,
                        "there is no product %s; see the product list",
                        pick.item().product()));
    }

    /** Requires every product to be known. */
    Optional<Refused> outOfStock() {
        return picks.stream()
                .filter(pick -> pick.product().stock() < pick.item().quantity())
                .findFirst()
                .map(Basket::tooFew);
    }

    private static Refused tooFew(Pick pick) {
        int left = pick.product().stock();
        return left == 0
                ? Refused.of(Reason.OUT_OF_STOCK, "no %s is left", pick.item().product())
                : Refused.of(
                        Reason.OUT_OF_STOCK,
                        "%s: only %d left, you asked for %d",
                        pick.item().product(),
                        left,
                        pick.item().quantity());
    }

    /** Refuses a total, extras included, of more than {@link Limits#PENCE}. Requires every product to be known. */
    public Optional<Refused> beyondLimit(Money... extras) {
        long pence = 0;
        for (var extra : extras) {
            pence += extra.pence();
        }
        for (var pick : picks) {
            pence += pick.product().price().pence() * pick.item().quantity();
            if (pence > Limits.PENCE) { // checked each time: the sum of all could overflow; one product's cost cannot
                return Optional.of(tooExpensive());
            }
        }
        return pence > Limits.PENCE ? Optional.of(tooExpensive()) : Optional.empty();
    }

    private static Refused tooExpensive() {
        return Refused.of(Reason.INVALID, "an order may cost at most %s; order less", new Money(Limits.PENCE));
    }

    /** The priced lines. Requires every product to be known, and the total to be within the limit. */
    public List<Line> lines() {
        return picks.stream().map(Pick::line).toList();
    }

    /** The quantities to take, by place in the catalogue. Requires all checks to have passed. */
    List<OrderPlaced.Portion> portions() {
        return picks.stream().map(Pick::portion).toList();
    }

    private record Pick(Item item, Optional<Shelf> found) {
        Product product() {
            return found.orElseThrow().product();
        }

        Line line() {
            return new Line(item.product(), item.quantity(), product().price());
        }

        OrderPlaced.Portion portion() {
            return new OrderPlaced.Portion(
                    found.orElseThrow().place(), item.quantity(), product().price());
        }
    }
}
