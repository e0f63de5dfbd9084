package justhungry.api.codec;

import org.jspecify.annotations.Nullable;

/**
 * The refusal of bytes with something that this version does not know: they are not damaged, a newer version wrote them.
 */
public final class NewerFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NewerFormatException(String what) {
        super(what);
    }

    /**
     * The refusal of bytes that this version cannot read, and the version that can.
     *
     * @param what is unknown
     * @param writer the writer's {@link WireFormat#VERSION}
     */
    public static String inWords(@Nullable String what, long writer) {
        return "%s: it was written in format %d, this version reads format %d; a newer version is needed"
                .formatted(what, writer, WireFormat.VERSION);
    }
}
