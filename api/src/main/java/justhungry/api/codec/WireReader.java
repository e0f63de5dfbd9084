package justhungry.api.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reader of protobuf's wire format. Every method throws {@link IllegalArgumentException} for bytes that nobody wrote,
 * before it takes memory for what they announce.
 */
final class WireReader {
    private final byte[] bytes;
    private final UnknownFields unknown;
    private int at;
    private int end;

    WireReader(byte[] bytes, UnknownFields unknown) {
        this.bytes = bytes;
        this.unknown = unknown;
        this.end = bytes.length;
    }

    boolean hasMore() {
        return at < end;
    }

    /** A field's number and kind. */
    int key() {
        int key = intVarint();
        if (WireKind.tagOf(key) == 0) {
            throw new IllegalArgumentException("a field has the number 0");
        }
        return key;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }

    /** A number that fits an {@code int}. */
    int intVarint() {
        long value = varint();
        if (value != (int) value) {
            throw new IllegalArgumentException("the number %d is too large".formatted(value));
        }
        return (int) value;
    }

    /** A number of {@code length} bytes, the lowest first. */
    long fixed(int length) {
        int from = take(length);
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (bytes[from + i] & 0xff);
        }
        return value;
    }

    String text() {
        int length = length();
        int from = take(length);
        var text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) { // It was written, or it stands for what is not UTF-8.
            requireUtf8(from, length);
        }
        return text;
    }

    byte[] bytes() {
        int length = length();
        int from = take(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** Enters the value whose length comes next, and returns the end of the one around it, for {@link #leave}. */
    int enter() {
        int length = length();
        int outerEnd = end;
        end = at + length;
        return outerEnd;
    }

    void leave(int outerEnd) {
        if (hasMore()) {
            throw new IllegalArgumentException("bytes left over: %d".formatted(end - at));
        }
        end = outerEnd;
    }

    /** Skips a field that this program does not know, or refuses it. */
    void unknownField(String owner, int key) {
        if (unknown == UnknownFields.REFUSED) {
            throw new NewerFormatException("%s has an unknown field %d".formatted(owner, WireKind.tagOf(key)));
        }
        switch (WireKind.of(key)) {
            case VARINT -> varint();
            case FIXED64 -> take(Long.BYTES);
            case LENGTH -> take(length());
            case FIXED32 -> take(Integer.BYTES);
        }
    }

    private int length() {
        int length = intVarint();
        if (length < 0 || length > end - at) {
            throw new IllegalArgumentException("%d bytes announced, %d left".formatted(length, end - at));
        }
        return length;
    }

    private int take(int length) {
        if (length > end - at) {
            throw new IllegalArgumentException("bytes missing: %d".formatted(length - (end - at)));
        }
        int from = at;
        at += length;
        return from;
    }

    private void requireUtf8(int from, int length) {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not UTF-8", e);
        }
    }
}
