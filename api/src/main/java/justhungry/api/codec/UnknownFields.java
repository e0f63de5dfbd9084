package justhungry.api.codec;

/** The treatment of a record's field that this program does not know, because a newer version wrote it. */
enum UnknownFields {
    /** For a message: the field is skipped. */
    SKIPPED,
    /** For what is stored ({@link WireFormat}): a field that one back end skips and another one keeps would make two states of one log. */
    REFUSED
}
