package justhungry.backend.ordering.state;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;

/** The products of a new cluster, and the deliveries to choose from: at least one of each, and each once. */
public record Catalogue(List<Product> products, List<Delivery> deliveries) {
    /** The deliveries of a catalogue that names none. */
    public static final List<Delivery> DEFAULT_DELIVERIES = List.of(
            new Delivery("TWO_HOURS", "within the next 2 hours", new Money(300)),
            new Delivery("SAME_DAY", "same day", new Money(100)),
            new Delivery("NEXT_DAY", "next day", Money.ZERO));

    public Catalogue {
        products = checked("products", products, Product::name, Limits.PRODUCTS);
        deliveries = checked("deliveries", deliveries, Delivery::code, Limits.DELIVERIES);
    }

    public static Catalogue withDefaultDeliveries(List<Product> products) {
        return new Catalogue(products, DEFAULT_DELIVERIES);
    }

    private static <T> List<T> checked(String what, List<T> values, Function<T, String> name, int max) {
        Preconditions.require(!values.isEmpty(), "the catalogue has no %s", what);
        Preconditions.require(
                values.size() <= max, "the catalogue has %d %s; at most %d are allowed", values.size(), what, max);
        values.stream()
                .collect(Collectors.groupingBy(name, Collectors.counting()))
                .forEach((each, times) -> Preconditions.require(times == 1, "%s is in the catalogue twice", each));
        return List.copyOf(values);
    }
}
