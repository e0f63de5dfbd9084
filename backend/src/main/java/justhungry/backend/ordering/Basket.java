package justhungry.backend.ordering;

import java.util.List;
import java.util.Optional;
import justhungry.api.Item;
import justhungry.api.Limits;
import justhungry.api.Line;
import justhungry.api.Money;
import justhungry.api.Product;
import justhungry.api.Reason;
import justhungry.backend.ordering.Outcome.Refused;

/**
 * What somebody asks for, beside what the shelves hold. Each check answers with the refusal, or with nothing when all is
 * well.
 */
final class Basket {
    private final List<Pick> picks;

    private Basket(List<Pick> picks) {
        this.picks = picks;
    }

    static Basket look(List<Item> items, OrderingState state) {
        return new Basket(items.stream()
                .map(item -> new Pick(item, state.shelf(item.product())))
                .toList());
    }

    Optional<Refused> unknownProduct() {
        return picks.stream()
                .filter(pick -> pick.found().isEmpty())
                .findFirst()
                .map(pick -> Refused.of(
                        Reason.UNKNOWN_PRODUCT,
                        "there is no product %s; the product list shows what there is",
                        pick.item().product()));
    }

    /** Needs every product to be known. */
    Optional<Refused> outOfStock() {
        return picks.stream()
                .filter(pick -> pick.product().stock() < pick.item().quantity())
                .findFirst()
                .map(pick -> Refused.of(
                        Reason.OUT_OF_STOCK,
                        "%s: you asked for %d, and %d are left; nothing was taken",
                        pick.item().product(),
                        pick.item().quantity(),
                        pick.product().stock()));
    }

    /** Whether products and extras together cost more than {@link Limits#PENCE}. Needs every product to be known. */
    Optional<Refused> beyondLimit(Money... extras) {
        long pence = 0;
        for (var extra : extras) {
            pence += extra.pence();
        }
        for (var pick : picks) {
            pence += pick.product().price().pence() * pick.item().quantity();
            if (pence > Limits.PENCE) { // at once, for the sum of all could overflow; one product's cost cannot
                return Optional.of(tooExpensive());
            }
        }
        return pence > Limits.PENCE ? Optional.of(tooExpensive()) : Optional.empty();
    }

    private static Refused tooExpensive() {
        return Refused.of(
                Reason.INVALID,
                "this comes to more than %s, the most that an order may cost; ask for less",
                new Money(Limits.PENCE));
    }

    /** The priced lines. Needs every product to be known, and the sum to be within the limit. */
    List<Line> lines() {
        return picks.stream().map(Pick::line).toList();
    }

    /** What is to be taken from which place. Needs all checks to have passed. */
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
