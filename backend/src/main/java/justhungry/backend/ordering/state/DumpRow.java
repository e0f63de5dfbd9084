package justhungry.backend.ordering.state;

import java.util.List;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.table.TableKeys;

/**
 * A row of the state, or a change of an entry, in a form for people: plain fields that any JSON library prints. The
 * first field names the kind. A user is shown as a short hash of the secret id; contact details are left out.
 */
public sealed interface DumpRow {
    /** A user's secret id as a hash that does not reveal it. */
    static String hidden(UserId user) {
        return ContentDigest.of(TableKeys.user(user)).shortForm();
    }

    record ProductRow(String row, int place, String name, String price, int stock) implements DumpRow {}

    record DeliveryRow(String row, int place, String code, String label, String fee) implements DumpRow {}

    record CustomerRow(String row, String user) implements DumpRow {}

    record OrderRow(
            String row,
            long order,
            String user,
            String status,
            List<LineOfOrder> lines,
            String delivery,
            String fee,
            String tip,
            String total,
            String placed)
            implements DumpRow {}

    record LineOfOrder(String product, int quantity, String price) {}

    record ReplyRow(String row, String client, long sequence, long epoch, long revision, String outcome)
            implements DumpRow {}

    record CounterRow(String row, String name, long value) implements DumpRow {}

    record CatalogueChange(String change, int products, int deliveries) implements DumpRow {}

    record DetailsChange(String change, String user) implements DumpRow {}

    record OrderChange(String change, long order) implements DumpRow {}

    record ReplyChange(String change, String client, long sequence, String outcome, int forgotten) implements DumpRow {}
}
