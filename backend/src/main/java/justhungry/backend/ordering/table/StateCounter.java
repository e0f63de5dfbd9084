package justhungry.backend.ordering.table;

import java.util.Locale;

/** A counter of the state, 0 in an empty state. The names are keys of {@link StateTable#COUNTERS}: they never change. */
public enum StateCounter {
    /** Products of the catalogue, at the places 0, 1, 2, …. */
    PRODUCTS,
    /** Deliveries of the catalogue, at the places 0, 1, 2, …. */
    DELIVERIES,
    /** The time of the last entry that was decided, in milliseconds since 1970 (UTC). */
    DECIDED_AT,
    /** Orders ever placed, cancelled ones among them; also the number of the newest. */
    ORDERS,
    /** Replies ever kept, one for each update; also the newest update's number. */
    REPLIES,
    /** Replies forgotten: those to the updates 1 to this one. */
    FORGOTTEN_REPLIES,
    /** The highest revision of a reply that was its client's newest when it was forgotten. */
    FORGOTTEN_REVISION;

    private final byte[] key = TableKeys.name(name().toLowerCase(Locale.ROOT));

    public byte[] key() {
        return key;
    }
}
