package justhungry.api.codec;

/** The kind of a field in protobuf's wire format, from which a stranger knows how much to skip. */
enum WireKind {
    VARINT(0),
    FIXED64(1),
    LENGTH(2),
    FIXED32(5);

    private static final int BITS = 3;

    final int number;

    WireKind(int number) {
        this.number = number;
    }

    /** The key of a field: its number and its kind. */
    int key(int tag) {
        return (tag << BITS) | number;
    }

    static int tagOf(int key) {
        return key >>> BITS;
    }

    static WireKind of(int key) {
        int number = key & ((1 << BITS) - 1);
        for (var kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind of field " + number);
    }
}
