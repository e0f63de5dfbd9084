package justhungry.api.codec;

/**
 * The refusal of bytes with something that this version does not know: they are not damaged, a newer version wrote them.
 */
public final class NewerFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NewerFormatException(String what) {
        super(what);
    }

    /**
     * What is unknown, and which version is needed.
     *
     * @param writer the writer's {@link WireFormat#VERSION}
     */
    public String inWords(long writer) {
        return "%s: it was written in format %d, this version reads format %d; a newer version is needed"
                .formatted(getMessage(), writer, WireFormat.VERSION);
    }
}
