package justhungry.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Bytes that are not quite what was written. */
public final class MutatedBytes {
    /** Lengths, counts and kinds that a reader may trust too much. */
    private static final int[] EXTREMES = {0, 1, -1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 10_000_000};

    /** The marks of Java's serialization, {@code TC_NULL} to {@code TC_ENUM}. */
    private static final int FIRST_MARK = 0x70;

    private static final int LAST_MARK = 0x7e;

    private MutatedBytes() {}

    /** One to four changes at places by chance. */
    public static byte[] of(byte[] bytes, Random random) {
        var mutated = bytes;
        for (int changes = 1 + random.nextInt(4); changes > 0 && mutated.length > 0; changes--) {
            mutated = change(mutated, random.nextInt(mutated.length), random);
        }
        return mutated;
    }

    private static byte[] change(byte[] bytes, int at, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> withByte(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
            case 1 -> withByte(bytes, at, random.nextInt(256));
            case 2 -> withByte(bytes, at, FIRST_MARK + random.nextInt(LAST_MARK - FIRST_MARK + 1));
            case 3 -> withNumber(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)], 1 << random.nextInt(4));
            case 4 -> joined(bytes, at, at + random.nextInt(40)); // left out
            case 5 -> joined(bytes, at, at - random.nextInt(40)); // twice
            default -> joined(bytes, at, bytes.length); // cut off
        };
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        var changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** The bytes with a big-endian number over those from one place on. */
    private static byte[] withNumber(byte[] bytes, int at, int number, int width) {
        var all = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        var changed = bytes.clone();
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            changed[at + i] = all[Long.BYTES - width + i];
        }
        return changed;
    }

    /** The bytes before one place, and those from another one on. */
    private static byte[] joined(byte[] bytes, int end, int begin) {
        var joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, end);
        int from = Math.min(Math.max(0, begin), bytes.length);
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }
}
