package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two versions of the same records, which read each other's bytes: what today's sources and tomorrow's may be. */
@SuppressWarnings("SameNameButDifferent") // They are versions of the same record.
class EvolutionTest {
    private static final Old.Line OLD_LINE = new Old.Line("kale", 2);

    @Test
    void aNewReaderFindsANewComponentEmpty() {
        assertThat(read(New.Line.class, OLD_LINE)).isEqualTo(new New.Line("kale", 2, null, 0, false, List.of()));
    }

    @Test
    void anOldReaderSkipsNewComponentsOfEveryKind() {
        var line = new New.Line(
                "kale", 2, "ripe", 1L << 60, true, List.of(new New.Choice.Rate(7), new New.Choice.Cancel(8)));

        assertThat(read(Old.Line.class, line)).isEqualTo(OLD_LINE);
        assertThat(read(Old.Basket.class, new New.Basket(-1, List.of(line, line), -1)))
                .isEqualTo(new Old.Basket(List.of(OLD_LINE, OLD_LINE)));
    }

    @Test
    void aNewComponentOfWhatIsStoredIsNotLost_butRefused() {
        var stored = WireFormat.encode(new New.Line("kale", 2, "ripe", 0, false, List.of()));

        assertThatThrownBy(() -> WireFormat.decode(Old.Line.class, stored))
                .isInstanceOf(NewerFormatException.class)
                .hasMessage("Line has an unknown field 3");
    }

    @Test
    void whatIsStoredWithoutUseOfANewComponentIsReadByAnOldReader() {
        var stored = WireFormat.encode(new New.Line("kale", 2, null, 0, false, List.of()));

        assertThat(WireFormat.decode(Old.Line.class, stored)).isEqualTo(OLD_LINE);
    }

    @Test
    void aConstantThatIsPutFirstDoesNotShiftTheOthers() {
        assertThat(read(New.Parcel.class, new Old.Parcel(Old.Delivery.SAME_DAY)))
                .isEqualTo(new New.Parcel(New.Delivery.SAME_DAY));
        assertThat(read(Old.Parcel.class, new New.Parcel(New.Delivery.SAME_DAY)))
                .isEqualTo(new Old.Parcel(Old.Delivery.SAME_DAY));
    }

    @Test
    void anUnknownConstantIsRefused_andNamed() {
        assertThatThrownBy(() -> read(Old.Parcel.class, new New.Parcel(New.Delivery.BY_DRONE)))
                .isInstanceOf(NewerFormatException.class)
                .hasMessage("Delivery 3 is unknown");
    }

    @Test
    void aRecordThatIsPutInBetweenDoesNotShiftTheOthers() {
        assertThat(read(New.Letter.class, new Old.Letter(new Old.Choice.Cancel(7))))
                .isEqualTo(new New.Letter(new New.Choice.Cancel(7)));
        assertThat(read(Old.Letter.class, new New.Letter(new New.Choice.View())))
                .isEqualTo(new Old.Letter(new Old.Choice.View()));
    }

    @Test
    void anUnknownRecordIsRefused_andNamed() {
        assertThatThrownBy(() -> read(Old.Letter.class, new New.Letter(new New.Choice.Rate(7))))
                .isInstanceOf(NewerFormatException.class)
                .hasMessage("Choice 3 is unknown");
    }

    @Test
    void componentsThatChangePlacesKeepTheirMeaning() {
        assertThat(read(New.Range.class, new Old.Range(1, 2))).isEqualTo(new New.Range(2, 1));
    }

    @Test
    void aComponentThatBecomesAnotherTypeIsRefused() {
        assertThatThrownBy(() -> read(Old.Line.class, new Other.Line(3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("product");
    }

    private static <T extends Record> T read(Class<T> type, Record written) {
        var in = new WireReader(WireFormat.encode(written), UnknownFields.SKIPPED);
        return type.cast(((RecordCodec) ValueCodec.of(type)).readFields(in));
    }

    static final class Old {
        record Line(@Tag(1) String product, @Tag(2) int quantity) {}

        record Basket(@Tag(2) List<Line> lines) {}

        enum Delivery {
            @Tag(1)
            SAME_DAY,
            @Tag(2)
            NEXT_DAY
        }

        record Parcel(@Tag(1) Delivery delivery) {}

        sealed interface Choice {
            @Tag(1)
            record Cancel(@Tag(1) long order) implements Choice {}

            @Tag(2)
            record View() implements Choice {}
        }

        record Letter(@Tag(1) Choice choice) {}

        record Range(@Tag(1) long from, @Tag(2) long to) {}
    }

    static final class New {
        record Line(
                @Tag(1) String product,
                @Tag(2) int quantity,
                @Tag(3) @Nullable String note,
                @Tag(value = 4, fixed = true) long digest,
                @Tag(5) boolean gift,
                @Tag(16) List<Choice> choices) {}

        record Basket(
                @Tag(value = 1, fixed = true) int checksum,
                @Tag(2) List<Line> lines,
                @Tag(3) long bound) {}

        enum Delivery {
            @Tag(3)
            BY_DRONE,
            @Tag(1)
            SAME_DAY,
            @Tag(2)
            NEXT_DAY
        }

        record Parcel(@Tag(1) Delivery delivery) {}

        sealed interface Choice {
            @Tag(1)
            record Cancel(@Tag(1) long order) implements Choice {}

            @Tag(3)
            record Rate(@Tag(1) long order) implements Choice {}

            @Tag(2)
            record View() implements Choice {}
        }

        record Letter(@Tag(1) Choice choice) {}

        record Range(@Tag(2) long to, @Tag(1) long from) {}
    }

    private static final class Other {
        record Line(@Tag(1) int product, @Tag(2) int quantity) {}
    }
}
