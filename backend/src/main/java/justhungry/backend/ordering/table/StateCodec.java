package justhungry.backend.ordering.table;

import java.util.function.Consumer;
import java.util.function.Function;
import justhungry.api.client.ClientId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.api.shop.UserId;

/**
 * The format of payloads and table values: its version, then the parts. The records of the api are written here;
 * ordering's own write themselves.
 *
 * <p>Logs and tables are kept across restarts and upgrades. So a change of any encoding, or of the name of a constant
 * of the api's enums, needs a new version, and code that still reads the old one.
 */
public final class StateCodec {
    private static final int VERSION = 2;

    private StateCodec() {}

    public static byte[] encode(Consumer<ValueEncoder> parts) {
        var out = new ValueEncoder().tag(VERSION);
        parts.accept(out);
        return out.toBytes();
    }

    /**
     * Reads a whole payload or value.
     *
     * @throws IllegalArgumentException when the bytes are of another version, cut off, too long, or beyond a limit
     */
    public static <T> T decode(byte[] bytes, Function<ValueDecoder, T> parts) {
        var in = new ValueDecoder(bytes);
        int version = in.tag();
        if (version != VERSION) {
            throw new IllegalArgumentException("unknown format %d; this program reads %d".formatted(version, VERSION));
        }
        var value = parts.apply(in);
        in.end();
        return value;
    }

    public static void write(UserId user, ValueEncoder out) {
        out.bits(user.high()).bits(user.low());
    }

    public static UserId user(ValueDecoder in) {
        return new UserId(in.bits(), in.bits());
    }

    public static void write(ClientId client, ValueEncoder out) {
        out.bits(client.high()).bits(client.low());
    }

    public static ClientId client(ValueDecoder in) {
        return new ClientId(in.bits(), in.bits());
    }

    public static void write(Product product, ValueEncoder out) {
        out.text(product.name()).number(product.price().pence()).number(product.stock());
    }

    public static Product product(ValueDecoder in) {
        return new Product(in.text(), new Money(in.number()), in.smallNumber());
    }

    public static void write(ContactDetails details, ValueEncoder out) {
        out.text(details.firstName()).text(details.lastName()).text(details.phone());
        out.text(details.postcode()).text(details.address());
    }

    public static ContactDetails details(ValueDecoder in) {
        return new ContactDetails(in.text(), in.text(), in.text(), in.text(), in.text());
    }

    public static void write(OrderLine line, ValueEncoder out) {
        out.text(line.product()).number(line.quantity()).number(line.price().pence());
    }

    public static OrderLine line(ValueDecoder in) {
        return new OrderLine(in.text(), in.smallNumber(), new Money(in.number()));
    }
}
