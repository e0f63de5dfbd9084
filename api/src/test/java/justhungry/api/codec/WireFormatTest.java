package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
    private static final Everything FULL = new Everything(
            true,
            -1,
            Long.MIN_VALUE,
            Integer.MIN_VALUE,
            0x0102030405060708L,
            "crème brûlée 🍎 \ufffd",
            new UUID(1, 2),
            new Name("kale"),
            Colour.GREEN,
            List.of(new Name("a"), new Name("b")),
            List.of(new Shape.Circle(3), new Shape.Point()),
            new Inner(0));

    @Test
    void everyKindOfValueComesBack() {
        assertThat(WireFormat.decode(Everything.class, WireFormat.encode(FULL))).isEqualTo(FULL);
    }

    /** From protobuf.dev, "Encoding": the first message, a string, a nested message; then what it says of defaults. */
    @Test
    void theBytesAreThoseOfProtobuf() {
        assertBytes(new Varint(150), "089601");
        assertBytes(new Text("testing"), "120774657374696e67");
        assertBytes(new Outer(new Varint(150)), "1a03089601");
        assertBytes(new Varint(0), "");
        assertBytes(new Varint(-2), "08feffffffffffffffff01");
        assertBytes(new Inner(1), "0d01000000");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,2", "127,2", "128,3", "16383,3", "16384,4", "1000000000,6", "9223372036854775807,10", "-1,11"
    })
    void numbersComeBackAndSmallOnesAreShort(long number, int bytes) {
        var encoded = WireFormat.encode(new Varint(number));

        assertThat(encoded).hasSize(bytes);
        assertThat(WireFormat.decode(Varint.class, encoded).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", // field 0
                "08", // the number is missing
                "0880", // it has no end
                "0880808080808080808080", // nor here
                "089601089601", // it is there twice
                "0a01", // the field is of another kind
                "0b", // a kind that nobody writes
                "12"
            })
    void whatNobodyWroteIsRefused(String hex) {
        assertRefused(Varint.class, hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // it must be there
                "1201", // the text is missing
                "1202ff41", // it is not UTF-8
                "12ffffffff0741", // as much is not there, and no memory is taken for it
                "12ffffffffffffffffff01", // -1
                "1280808080808080808001" // too many for an int
            })
    void aTextThatNobodyWroteIsRefused(String hex) {
        assertRefused(Text.class, hex);
    }

    @Test
    void aChoiceWithoutATagIsAFieldOfTheRecordAroundIt() {
        assertBytes(
                new Drawing(5, new Shape.Circle(3), List.of(new Mark.Dot(7), new Mark.Line(new Varint(150)))),
                "20050a020803" + "2807" + "32050a03089601");
        assertBytes(new Drawing(0, new Shape.Point(), List.of()), "1200");
        assertRefused(Drawing.class, "2005"); // no shape
        assertRefused(Drawing.class, "12001200"); // two
        assertRefused(Drawing.class, "08011200"); // of another kind
        assertThatThrownBy(() -> WireFormat.decode(Drawing.class, HexFormat.of().parseHex("12003a00")))
                .isInstanceOf(NewerFormatException.class)
                .hasMessage("Drawing has an unknown field 7");
    }

    @Test
    void aRecordInARecordEndsWhereItSays() {
        assertRefused(Outer.class, "1a02089601");
        assertRefused(Outer.class, "1a0408960108");
        assertRefused(Outer.class, "1a7f089601");
    }

    /** Before there is memory for them, however many bytes announce them. */
    @Test
    void aListOfMoreElementsThanAnyHasIsRefused() {
        assertThat(WireFormat.decode(Names.class, HexFormat.of().parseHex("0a00".repeat(10_000)))
                        .names())
                .hasSize(10_000);
        assertThatThrownBy(() -> WireFormat.decode(Names.class, HexFormat.of().parseHex("0a00".repeat(10_001))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names has more than 10000 elements");
    }

    @Test
    void anIntThatIsTooLargeAndAnIdThatIsTooShortAreRefused() {
        assertRefused(Everything.class, "108080808010");
        assertRefused(Everything.class, "3a0101");
    }

    @Test
    void theRefusalOfTheConstructorComesThrough() {
        assertThatThrownBy(() -> WireFormat.decode(Text.class, HexFormat.of().parseHex("1200")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text is empty");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void damagedBytesAreReadOrRefusedAndNothingElse(long seed) {
        var random = new Random(seed);
        var bytes = WireFormat.encode(FULL);
        for (int i = 0; i < 20_000; i++) {
            var damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                WireFormat.decode(Everything.class, Arrays.copyOf(damaged, damaged.length - random.nextInt(3)));
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("kale");
            }
        }
    }

    @Test
    void aTagThatIsMissingOrThereTwiceIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> ValueCodec.of(Untagged.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ValueCodec.of(Twice.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ValueCodec.of(Clash.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ValueCodec.of(Unsupported.class)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertBytes(Record value, String hex) {
        assertThat(HexFormat.of().formatHex(WireFormat.encode(value))).isEqualTo(hex);
    }

    private static void assertRefused(Class<? extends Record> type, String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> WireFormat.decode(type, bytes)).as(hex).isInstanceOf(IllegalArgumentException.class);
    }

    record Varint(@Tag(1) long value) {}

    record Text(@Tag(2) String value) {
        Text {
            Preconditions.require(!value.isEmpty(), "a text is empty");
        }
    }

    record Outer(@Tag(3) Varint number) {}

    record Inner(@Tag(value = 1, fixed = true) int bits) {}

    record Name(String value) {}

    record Names(@Tag(1) List<Name> names) {}

    enum Colour {
        @Tag(2)
        RED,
        @Tag(1)
        GREEN
    }

    sealed interface Shape {
        @Tag(1)
        record Circle(@Tag(1) long radius) implements Shape {}

        @Tag(2)
        record Point() implements Shape {}
    }

    sealed interface Mark {
        @Tag(5)
        record Dot(long place) implements Mark {}

        @Tag(6)
        record Line(@Tag(1) Varint length) implements Mark {}
    }

    record Drawing(@Tag(4) int colour, Shape shape, List<Mark> marks) {}

    record Clash(@Tag(1) int one, Shape shape) {}

    record Everything(
            @Tag(1) boolean yes,
            @Tag(2) int number,
            @Tag(3) long large,
            @Tag(value = 4, fixed = true) int bits,
            @Tag(value = 5, fixed = true) long moreBits,
            @Tag(6) String text,
            @Tag(7) UUID id,
            @Tag(8) Name name,
            @Tag(9) Colour colour,
            @Tag(10) List<Name> names,
            @Tag(15) List<Shape> shapes,
            @Tag(16) @Nullable Inner inner) {}

    record Untagged(@Tag(1) int one, int two) {}

    record Twice(@Tag(1) int one, @Tag(1) int two) {}

    record Unsupported(@Tag(1) double number) {}
}
