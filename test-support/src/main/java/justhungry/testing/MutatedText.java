package justhungry.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Mutations of JSON text, as bytes: not every result is valid UTF-8. */
public final class MutatedText {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "${",
            "${a}",
            "/",
            "//",
            "#",
            "'",
            ")]}'\n",
            "<html>",
            "~",
            "null",
            "true",
            "false",
            "\n",
            "{}",
            "[]",
            "\"\"",
            "-1",
            "0",
            "1.5",
            "1e9",
            "1e999999999",
            "-0",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "NaN",
            "\0",
            "\u2028",
            "\ud83e\udd6c",
            "\ufeff",
            "[".repeat(2_000),
            "1".repeat(2_000));

    private MutatedText() {}

    /** Makes one to three changes at random places. */
    public static byte[] of(String text, Random random) {
        var bytes = text.getBytes(UTF_8);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            bytes = change(bytes, random.nextInt(bytes.length + 1), random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, int at, Random random) {
        var token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> replaced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(bytes, at, 0, token);
            case 2 -> replaced(bytes, at, 1 + random.nextInt(8), token);
            case 3 -> replaced(bytes, at, 1 + random.nextInt(40), new byte[0]);
            case 4 -> replaced(bytes, at, 0, anyPart(bytes, random));
            case 5 -> replaced(bytes, at, 1 + random.nextInt(40), anyPart(bytes, random));
            default -> random.nextInt(4) == 0 ? replaced(bytes, at, bytes.length, new byte[0]) : number(bytes, random);
        };
    }

    /** Replaces a number by another one. */
    private static byte[] number(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        while (at < bytes.length && !isDigit(bytes[at])) {
            at++;
        }
        int end = at;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return replaced(
                bytes,
                at,
                end - at,
                Long.toString(random.nextLong() >> random.nextInt(64)).getBytes(UTF_8));
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static byte[] anyPart(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - from, random.nextInt(60));
        var part = new byte[length];
        System.arraycopy(bytes, from, part, 0, length);
        return part;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        var changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, at);
        changed.writeBytes(by);
        int from = Math.min(bytes.length, at + length);
        changed.write(bytes, from, bytes.length - from);
        return changed.toByteArray();
    }
}
