package justhungry.api.codec;

/**
 * The limits of what crosses the wire. A value beyond its limit is refused by the constructor of its record. Characters are
 * Unicode's code points.
 */
public final class Limits {
    /** Characters of a first name, a last name or a product's name. */
    public static final int NAME_CHARS = 60;

    /** Characters of a phone number. */
    public static final int PHONE_CHARS = 30;

    /** Characters of a postcode, as typed. */
    public static final int POSTCODE_CHARS = 12;

    /** Characters of a delivery address. */
    public static final int ADDRESS_CHARS = 200;

    /** Characters of a delivery's code. */
    public static final int CODE_CHARS = 30;

    /** Characters of a message for a person, and of a host's or a process's name. */
    public static final int TEXT_CHARS = 500;

    /** Different products of one order. */
    public static final int ITEMS_PER_ORDER = 100;

    /** Pieces of one product, in one order or in stock. */
    public static final int QUANTITY = 1_000_000_000;

    /** The number of an order: as many digits as a 64-bit number holds, whichever they are. */
    public static final long ORDER_NUMBER = 999_999_999_999_999_999L;

    /** Different products of a catalogue. */
    public static final int PRODUCTS = 1_000;

    /** Different deliveries of a catalogue: one message can name them all. */
    public static final int DELIVERIES = 10;

    /** Pence of an amount of money: ten million pounds, so that no sum of an order overflows. */
    public static final long PENCE = 1_000_000_000L;

    /** Orders of one page of a history. */
    public static final int ORDERS_PER_PAGE = 100;

    /** Orders of a page of a history when the request does not say how many. */
    public static final int DEFAULT_ORDERS_PER_PAGE = 20;

    /** Requests that share one call from a front end to a back end. */
    public static final int REQUESTS_PER_CALL = 256;

    /** Entries that share one call from a primary to a replica. */
    public static final int ENTRIES_PER_APPEND = 1_024;

    /** Rows of one chunk of a snapshot. */
    public static final int ROWS_PER_CHUNK = 10_000;

    /** Elements of any list: the largest of these limits, which holds already while a list is read. */
    public static final int LIST_ELEMENTS = ROWS_PER_CHUNK;

    /** Bytes of one entry of the log, and of one chunk of a snapshot. */
    public static final int ENTRY_BYTES = 4 << 20;

    /** Back ends of a cluster, and front ends of a cluster. */
    public static final int MEMBERS = 32;

    private Limits() {}
}
