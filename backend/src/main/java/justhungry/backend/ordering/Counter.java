package justhungry.backend.ordering;

import java.util.Locale;

/** What the state counts, each 0 in an empty state. The names are keys of {@link Table#COUNTERS}: they never change. */
enum Counter {
    /** Products of the catalogue, at the places 0, 1, 2, …. */
    PRODUCTS,
    /** Orders ever placed, cancelled ones among them; also the number of the newest. */
    ORDERS,
    /** Replies ever kept, one for each update; also the turn of the newest. */
    REPLIES,
    /** Replies forgotten: those of the turns 1 to this one. */
    FORGOTTEN_REPLIES,
    /** The highest revision of a reply that was forgotten while it was its client's newest. */
    FORGOTTEN_REVISION;

    private final byte[] key = Keys.name(name().toLowerCase(Locale.ROOT));

    byte[] key() {
        return key;
    }
}
