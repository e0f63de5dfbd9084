package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.nio.file.Path;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The comparison with made-up records; then what the API has. */
@SuppressWarnings("SameNameButDifferent") // They are versions of the same record.
class TagLockTest {
    private static final List<String> OLD = tags(EvolutionTest.Old.class);

    @Test
    void everyTagOfTheApiStandsInItsLock() {
        TagLock.check(Path.of("wire.lock"), TagList.ofModuleOf(WireFormat.class));
    }

    @Test
    void tagsAreListedByOwnerAndNumber() {
        assertThat(OLD)
                .containsExactly(
                        "Basket.2=lines:List<Line>",
                        "Cancel.1=order:long",
                        "Choice.1=Cancel",
                        "Choice.2=View",
                        "Delivery.1=SAME_DAY",
                        "Delivery.2=NEXT_DAY",
                        "Letter.1=choice:Choice",
                        "Line.1=product:String",
                        "Line.2=quantity:int",
                        "Parcel.1=delivery:Delivery",
                        "Range.1=from:long",
                        "Range.2=to:long");
    }

    @Test
    void whatIsAsItWasIsRight() {
        assertThat(lock(OLD).complaints(OLD)).isEmpty();
    }

    @Test
    void whatIsAddedHasToBeNoted_andThenIsRight() {
        var now = tags(EvolutionTest.New.class);

        assertThat(lock(OLD).complaints(now))
                .hasSize(9)
                .allMatch(complaint -> complaint.contains("is new: add this line to made-up.lock below 'format 1'"))
                .anyMatch(complaint -> complaint.startsWith("Delivery.3=BY_DRONE"))
                .anyMatch(complaint -> complaint.startsWith("Choice.3=Rate"))
                .anyMatch(complaint -> complaint.startsWith("Line.3=note:String?"));
        var noted = new ArrayList<>(OLD);
        noted.addAll(now);
        assertThat(lock(noted).complaints(now)).isEmpty();
    }

    @Test
    void aComponentThatOldBytesLackIsRefused() {
        assertThat(lock(OLD).complaints(with("Line.3=note:String")))
                .containsExactly(
                        "Line.3=note:String is new, and old bytes lack it: make it @Nullable, a number, a boolean or a list");
        assertThat(lock(OLD).complaints(with("Line.3=price:Money(long)")))
                .hasSize(1)
                .allMatch(this::isMissing);
        assertThat(lock(OLD).complaints(with("Line.3=weight:int"))).hasSize(1).noneMatch(this::isMissing);
        assertThat(lock(List.of("State.view=View")).complaints(List.of("State.view=View", "State.member=Member")))
                .hasSize(1)
                .allMatch(this::isMissing);
        assertThat(lock(OLD).complaints(with("Other.1=note:String"))).hasSize(1).noneMatch(this::isMissing);
    }

    @Test
    void aConstantThatTakesTheNumberOfAnotherIsRefused() {
        assertThat(complaints(Shifted.Delivery.class))
                .contains(
                        "Delivery.1 means SAME_DAY, not BY_DRONE: a number never changes or moves. Give what is new the"
                                + " number 3, which is free; if it has only another name, change the line in made-up.lock");
    }

    @Test
    void aRecordThatTakesTheNumberOfAnotherIsRefused() {
        assertThat(complaints(Shifted.Choice.Cancel.class, Shifted.Choice.Rate.class, Shifted.Choice.View.class))
                .anyMatch(complaint -> complaint.startsWith("Choice.2 means View, not Rate"));
    }

    @Test
    void numbersThatChangePlacesAreRefused() {
        assertThat(complaints(Shifted.Range.class))
                .anyMatch(complaint -> complaint.startsWith("Range.1 means from:long, not to:long"))
                .anyMatch(complaint -> complaint.startsWith("Range.2 means to:long, not from:long"));
    }

    @Test
    void aComponentThatIsNoLongerNullableIsRefused() {
        assertThat(lock(List.of("Line.1=note:String?")).complaints(List.of("Line.1=note:String")))
                .hasSize(1);
    }

    @Test
    void whatIsGoneIsRetired_andItsNumberIsNotUsedAgain() {
        var now = OLD.stream().filter(line -> !line.startsWith("Delivery.2")).toList();
        assertThat(lock(OLD).complaints(now))
                .containsExactly(
                        "Delivery.2=NEXT_DAY is gone, but old programs and stored data still have it. Put it back,"
                                + " or retire it for ever: 'Delivery.2=retired' in made-up.lock");
        var retired = OLD.stream()
                .map(line -> line.startsWith("Delivery.2") ? "Delivery.2=retired" : line)
                .toList();
        assertThat(lock(retired).complaints(now)).isEmpty();
        assertThat(lock(retired).complaints(OLD))
                .containsExactly("Delivery.2 is retired, and cannot mean NEXT_DAY: take 3, which is free");
    }

    @Test
    void tagsOfAFormatThatIsNotCountedYetAreRefused() {
        assertThat(TagLock.parse("made-up.lock", List.of("format 2", "Line.1=note:String?"))
                        .complaints(List.of("Line.1=note:String?")))
                .containsExactly("made-up.lock has tags of format 2: raise WireFormat.VERSION, which is 1");
    }

    @Test
    void rewritingKeepsTheTagsOfEarlierFormats() {
        var lock = TagLock.parse(
                "made-up.lock",
                List.of("# Why", "", "format 0", "Line.1=a:int", "", "format 1", "Line.2=b:int", "Line.3=c:int"));

        assertThat(lock.rewritten(List.of("Line.1=z:int", "Line.2=y:int", "Line.4=d:int")))
                .isEqualTo("# Why\n\nformat 0\nLine.1=a:int\n\nformat 1\nLine.2=y:int\nLine.4=d:int\n");
    }

    @Test
    void rewritingKeepsWhatIsRetired() {
        var lock = lock(List.of("Line.1=a:int", "Line.2=retired", "Line.3=retired"));

        assertThat(lock.rewritten(List.of("Line.1=a:int", "Line.3=d:int")))
                .isEqualTo("\nformat 1\nLine.1=a:int\nLine.2=retired\nLine.3=retired\n");
    }

    @Test
    void aChoiceWithoutATagHasTheNumbersOfTheRecordAroundIt() {
        assertThat(TagList.of(List.of(Drawing.class, Drawing.Shape.Circle.class, Drawing.Shape.Point.class)))
                .containsExactly(
                        "Circle.1=radius:long",
                        "Drawing.1=colour:int",
                        "Drawing.2=Circle",
                        "Drawing.3=Point",
                        "Drawing.shape=Shape",
                        "Shape.2=Circle",
                        "Shape.3=Point");
    }

    @Test
    void whatIsSentInJavasOwnForm_alsoAsAPart_hasItsNamesAsTags() {
        var tags = TagList.of(List.of(Travel.class, Travel.Ticket.class, Travel.Seat.class, Travel.Stay.class));

        assertThat(tags)
                .containsExactly(
                        "Seat.1=row:int",
                        "Seat.row=int",
                        "Stay.1=nights:int",
                        "Stay.nights=int",
                        "Ticket.seats=List<Seat>");
        var renamed = tags.stream().map(line -> line.replace("row", "line")).toList();
        assertThat(lock(tags).complaints(renamed))
                .anyMatch(complaint -> complaint.startsWith("Seat.row=int is gone"))
                .anyMatch(complaint -> complaint.startsWith("Seat.1 means row:int, not line:int")
                        && complaint.endsWith(
                                "if it has only another name, give it back: Seat.row is also sent by its name"));
    }

    private boolean isMissing(String complaint) {
        return complaint.contains("old bytes lack it");
    }

    private static List<String> complaints(Class<?>... shifted) {
        return lock(OLD).complaints(TagList.of(List.of(shifted)));
    }

    private static List<String> with(String line) {
        var lines = new ArrayList<>(OLD);
        lines.add(line);
        return lines;
    }

    private static TagLock lock(List<String> tags) {
        var lines = new ArrayList<>(List.of("format 1"));
        lines.addAll(tags);
        return TagLock.parse("made-up.lock", lines);
    }

    private static List<String> tags(Class<?> version) {
        var classes = new ArrayList<Class<?>>(List.of(version.getDeclaredClasses()));
        for (var type : version.getDeclaredClasses()) {
            classes.addAll(List.of(type.getDeclaredClasses()));
        }
        return TagList.of(classes);
    }

    record Drawing(@Tag(1) int colour, Shape shape) {
        sealed interface Shape {
            @Tag(2)
            record Circle(@Tag(1) long radius) implements Shape {}

            @Tag(3)
            record Point() implements Shape {}
        }
    }

    interface Travel extends Remote {
        void take(Ticket ticket) throws RemoteException;

        Stay stay() throws RemoteException;

        record Ticket(List<Seat> seats) implements Serializable {}

        record Seat(@Tag(1) int row) implements Serializable {}

        record Stay(@Tag(1) int nights) implements Serializable {}
    }

    /** Numbers by place, as they would be counted anew. */
    private static final class Shifted {
        enum Delivery {
            @Tag(1)
            BY_DRONE,
            @Tag(2)
            SAME_DAY,
            @Tag(3)
            NEXT_DAY
        }

        sealed interface Choice {
            @Tag(1)
            record Cancel(@Tag(1) long order) implements Choice {}

            @Tag(2)
            record Rate(
                    @Tag(1) long order, @Tag(2) @Nullable String why) implements Choice {}

            @Tag(3)
            record View() implements Choice {}
        }

        record Range(@Tag(1) long to, @Tag(2) long from) {}
    }
}
