package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.Keys;

/**
 * A row of the state, or a change of an entry, in a form for people: plain fields that any JSON library prints. The
 * first field names the kind. A user is shown as a short hash of the secret id; contact details are left out.
 */
public sealed interface Dumped {
    /** A user's secret id as a hash that does not reveal it. */
    static String hidden(UserId user) {
        return Digest.of(Keys.user(user)).shortForm();
    }

    record ProductRow(String row, int place, String name, String price, int stock) implements Dumped {}

    record CustomerRow(String row, String user) implements Dumped {}

    record OrderRow(
            String row,
            long order,
            String user,
            String status,
            List<LineOfOrder> lines,
            String delivery,
            String tip,
            String total)
            implements Dumped {}

    record LineOfOrder(String product, int quantity, String price) {}

    record ReplyRow(String row, String client, long sequence, long epoch, long revision, String outcome)
            implements Dumped {}

    record CounterRow(String row, String name, long value) implements Dumped {}

    record CatalogueChange(String change, int products) implements Dumped {}

    record DetailsChange(String change, String user) implements Dumped {}

    record OrderChange(String change, long order) implements Dumped {}

    record ReplyChange(String change, String client, long sequence, String outcome, int forgotten) implements Dumped {}
}
