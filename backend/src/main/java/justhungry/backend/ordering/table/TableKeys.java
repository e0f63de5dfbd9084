package justhungry.backend.ordering.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import justhungry.api.client.ClientId;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.UserId;

/** The keys of the tables. Numbers are 8 bytes, big endian, so that keys are ordered as their numbers are. */
public final class TableKeys {
    private TableKeys() {}

    /** The key for a place in the catalogue, an order's number or an update's number. */
    public static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** The number that {@link #number} wrote. */
    public static long numberIn(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    public static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] user(UserId user) {
        return id(user.secret());
    }

    public static UserId userIn(byte[] bytes) {
        return new UserId(numberIn(bytes), ByteBuffer.wrap(bytes).getLong(Long.BYTES));
    }

    public static byte[] client(ClientId client) {
        return id(client.id());
    }

    public static byte[] orderOf(UserId user, OrderId order) {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(user.secret().getMostSignificantBits())
                .putLong(user.secret().getLeastSignificantBits())
                .putLong(order.number())
                .array();
    }

    public static ClientId clientIn(byte[] bytes) {
        return new ClientId(numberIn(bytes), ByteBuffer.wrap(bytes).getLong(Long.BYTES));
    }

    /** The order in a key that {@link #orderOf} made. */
    public static OrderId orderIn(byte[] key) {
        return new OrderId(ByteBuffer.wrap(key).getLong(2 * Long.BYTES));
    }

    private static byte[] id(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
