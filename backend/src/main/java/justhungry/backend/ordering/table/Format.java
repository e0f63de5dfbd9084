package justhungry.backend.ordering.table;

import java.util.function.Consumer;
import java.util.function.Function;
import justhungry.api.client.ClientId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Line;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.UserId;

/**
 * The format of payloads and table values: its version, then the parts. The records of the api are written here;
 * ordering's own write themselves.
 *
 * <p>Logs and tables are kept across restarts and upgrades. So a change of any encoding, or of the name of a constant
 * of the api's enums, needs a new version, and code that still reads the old one.
 */
public final class Format {
    private static final int VERSION = 2;

    private Format() {}

    public static byte[] encode(Consumer<Encoder> parts) {
        var out = new Encoder().tag(VERSION);
        parts.accept(out);
        return out.toBytes();
    }

    /**
     * Reads a whole payload or value.
     *
     * @throws IllegalArgumentException when the bytes are of another version, cut off, too long, or beyond a limit
     */
    public static <T> T decode(byte[] bytes, Function<Decoder, T> parts) {
        var in = new Decoder(bytes);
        int version = in.tag();
        if (version != VERSION) {
            throw new IllegalArgumentException("unknown format %d; this program reads %d".formatted(version, VERSION));
        }
        var value = parts.apply(in);
        in.end();
        return value;
    }

    public static void write(UserId user, Encoder out) {
        out.bits(user.high()).bits(user.low());
    }

    public static UserId user(Decoder in) {
        return new UserId(in.bits(), in.bits());
    }

    public static void write(ClientId client, Encoder out) {
        out.bits(client.high()).bits(client.low());
    }

    public static ClientId client(Decoder in) {
        return new ClientId(in.bits(), in.bits());
    }

    public static void write(Product product, Encoder out) {
        out.text(product.name()).number(product.price().pence()).number(product.stock());
    }

    public static Product product(Decoder in) {
        return new Product(in.text(), new Money(in.number()), in.smallNumber());
    }

    public static void write(ContactDetails details, Encoder out) {
        out.text(details.firstName()).text(details.lastName()).text(details.phone());
        out.text(details.postcode()).text(details.address());
    }

    public static ContactDetails details(Decoder in) {
        return new ContactDetails(in.text(), in.text(), in.text(), in.text(), in.text());
    }

    public static void write(Line line, Encoder out) {
        out.text(line.product()).number(line.quantity()).number(line.price().pence());
    }

    public static Line line(Decoder in) {
        return new Line(in.text(), in.smallNumber(), new Money(in.number()));
    }
}
