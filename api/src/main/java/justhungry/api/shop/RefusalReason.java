package justhungry.api.shop;

import justhungry.api.codec.Tag;

/** The reason for which the ordering rules refused a request. A refusal is final, and has changed nothing. */
public enum RefusalReason {
    /** Less of a product is in stock than was ordered. */
    @Tag(1)
    OUT_OF_STOCK,
    /** No product has that name. */
    @Tag(2)
    UNKNOWN_PRODUCT,
    /** No delivery has that code. */
    @Tag(10)
    UNKNOWN_DELIVERY,
    /** The user has no order of that number. */
    @Tag(3)
    UNKNOWN_ORDER,
    /** The order was cancelled before. */
    @Tag(4)
    NOT_ACTIVE,
    /** The user has saved no contact details; they must be saved before an order is placed. */
    @Tag(5)
    NO_DETAILS,
    /** postcodes.io says that there is no such postcode, or its format is not that of a postcode. */
    @Tag(6)
    INVALID_POSTCODE,
    /** The postcode could not be checked. */
    @Tag(7)
    POSTCODE_UNCHECKED,
    /** The request contradicts itself, goes beyond a limit, or reuses the id of a different request. */
    @Tag(8)
    INVALID,
    /** The request's id is too old to tell whether it was carried out before; the user's list of orders shows it. */
    @Tag(9)
    EXPIRED
}
