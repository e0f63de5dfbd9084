package justhungry.api.shop;

/** The reason for which the ordering rules refused a request. A refusal is final, and has changed nothing. */
public enum RefusalReason {
    /** Less of a product is in stock than was ordered. */
    OUT_OF_STOCK,
    /** No product has that name. */
    UNKNOWN_PRODUCT,
    /** The user has no order of that number. */
    UNKNOWN_ORDER,
    /** The order was cancelled before. */
    NOT_ACTIVE,
    /** Contact details must be saved before an order is placed. */
    NO_DETAILS,
    /** postcodes.io says that there is no such postcode, or its format is not that of a postcode. */
    INVALID_POSTCODE,
    /** The postcode could not be checked. */
    POSTCODE_UNCHECKED,
    /** The request contradicts itself, goes beyond a limit, or reuses the id of a different request. */
    INVALID,
    /** The request's id is too old to tell whether it was carried out before; the user's list of orders shows it. */
    EXPIRED
}
