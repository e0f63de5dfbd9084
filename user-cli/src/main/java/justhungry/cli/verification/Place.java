package justhungry.cli.verification;

/** How a request stands in the order of all requests. */
enum Place {
    /** It is the update of its turn. */
    UPDATE,
    /** An update that was refused without being decided: as a read, but perhaps in the same entry as the next update. */
    UNDECIDED,
    /** It sees its turn's update, and all before. */
    READ,
    /** It has none: it was not carried out, or nobody knows. */
    NONE
}
