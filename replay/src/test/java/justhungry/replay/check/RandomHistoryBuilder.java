package justhungry.replay.check;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A generator of valid histories of several clients whose requests overlap: each takes effect at some moment between
 * its start and its end. Sometimes there is a new primary, and several updates may share a revision.
 */
final class RandomHistoryBuilder {
    private static final List<String> USERS = List.of("ada", "bob", "cyd", "dan", "eve");
    private static final List<String> PRODUCTS = List.of("apple", "kale", "flour", "bread", "unicorn");
    private static final List<String> DELIVERIES = List.of("TWO_HOURS", "SAME_DAY", "NEXT_DAY");

    private final Random random;
    private final int unknownPerThousand;
    private final HistoryBuilder history = new HistoryBuilder(new SimpleShop(17)
            .selling("apple", "1.99", 150)
            .selling("kale", "0.99", 60)
            .selling("flour", "4.55", 0)
            .selling("bread", "2.25", 400));

    private RandomHistoryBuilder(long seed, int unknownPerThousand) {
        this.random = new Random(seed);
        this.unknownPerThousand = unknownPerThousand;
    }

    static HistoryBuilder of(long seed, int requests, int clients, int unknownPerThousand) {
        return new RandomHistoryBuilder(seed, unknownPerThousand).build(requests, clients);
    }

    private HistoryBuilder build(int requests, int clients) {
        var waiting = new ArrayList<JsonObject>();
        var happened = new ArrayList<JsonObject>();
        for (int begun = 0; begun < requests || !waiting.isEmpty() || !happened.isEmpty(); ) {
            int choice = random.nextInt(3);
            if (choice == 0 && begun < requests && waiting.size() + happened.size() < clients) {
                waiting.add(request());
                begun++;
            } else if (choice == 1 && !waiting.isEmpty()) {
                happened.add(execute(any(waiting)));
            } else if (!happened.isEmpty()) {
                history.end(any(happened));
            }
        }
        return history.readAtTheEnd(USERS.toArray(String[]::new));
    }

    private JsonObject any(List<JsonObject> lines) {
        return lines.remove(random.nextInt(lines.size()));
    }

    private JsonObject execute(JsonObject line) {
        if (random.nextInt(100) == 0) {
            history.promote();
        }
        boolean isUpdate = List.of("USER_DETAILS", "PLACE_ORDER", "CANCEL")
                .contains(line.get("op").getAsString());
        if (!isUpdate || random.nextInt(1_000) >= unknownPerThousand) {
            history.execute(line);
            return line;
        }
        if (random.nextBoolean()) {
            history.execute(line);
        }
        HistoryBuilder.forget(line);
        return line;
    }

    private JsonObject request() {
        var user = USERS.get(random.nextInt(USERS.size()));
        return switch (random.nextInt(12)) {
            case 0 -> history.begin(user, "USER_DETAILS", details());
            case 1, 2, 3 -> history.begin(user, "PLACE_ORDER", order());
            case 4, 5 -> history.begin(user, "CANCEL", "{'order':%d}".formatted(someOrder()));
            case 6 -> history.begin(user, "VIEW_ORDERS", page());
            case 7 -> history.begin(user, "VIEW_ACTIVE", page());
            case 8 -> history.begin(user, "VIEW_ORDER", "{'order':%d}".formatted(someOrder()));
            case 9 -> history.begin(user, "VIEW_DETAILS", "{}");
            case 10 -> history.begin(user, "ORDER_COST", "{'items':%s}".formatted(items()));
            default -> history.begin(user, "PRODUCT_LIST", "{}");
        };
    }

    private String details() {
        return HistoryBuilder.DETAILS.replace("Green", random.nextInt(3) + " Green");
    }

    private String order() {
        return "{'items':%s,'delivery':'%s','tip':'%d.%02d'}"
                .formatted(items(), DELIVERIES.get(random.nextInt(3)), random.nextInt(3), random.nextInt(100));
    }

    private String items() {
        var first = PRODUCTS.get(random.nextInt(random.nextInt(8) == 0 ? 5 : 2));
        return "{'%s':%d,'bread':%d}".formatted(first.equals("bread") ? "apple" : first, 1 + random.nextInt(4), 1);
    }

    private String page() {
        return random.nextBoolean() ? "{}" : "{'limit':%d,'before':%d}".formatted(1 + random.nextInt(4), someOrder());
    }

    private long someOrder() {
        return Math.max(1, history.lastOrder() - random.nextInt(12));
    }
}
