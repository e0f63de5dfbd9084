package justhungry.api;

/** Why the ordering rules refused a request. A refusal is final, and has changed nothing. */
public enum Reason {
    /** There is less of a product than was asked for. */
    OUT_OF_STOCK,
    /** No product has that name. */
    UNKNOWN_PRODUCT,
    /** The user has no order of that number. */
    UNKNOWN_ORDER,
    /** The order was cancelled before. */
    NOT_ACTIVE,
    /** Contact details must be saved before an order is placed. */
    NO_DETAILS,
    /** postcodes.io says that there is no such postcode, or it cannot be one by its shape. */
    INVALID_POSTCODE,
    /** It could not be found out whether there is such a postcode. */
    POSTCODE_UNCHECKED,
    /** The request contradicts itself, goes beyond a limit, or reuses the id of a different request. */
    INVALID,
    /** The request's id is too old to tell whether it was carried out before; the user's orders tell. */
    EXPIRED
}
