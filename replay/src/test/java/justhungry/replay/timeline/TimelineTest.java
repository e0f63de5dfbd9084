package justhungry.replay.timeline;

import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.nanos;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.orderAfterSilence;
import static justhungry.replay.run.RunEvents.poll;
import static justhungry.replay.run.RunEvents.request;
import static justhungry.replay.run.RunEvents.statusChanged;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import justhungry.replay.run.RunEvent;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Tests of the chart of a run, read as XML. */
class TimelineTest {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 650;

    @TempDir
    Path folder;

    @Test
    void eachFaultAndEachNewViewHasItsLineAndItsLabel() throws Exception {
        var picture = picture(
                statusChanged(1, "server1", 0),
                order(1, 1000),
                faultInjected(FaultType.KILL, "primary", "server1", 2000),
                statusChanged(2, "server2", 2100),
                order(2, 2150),
                faultInjected(FaultType.RESTART, "killed", "server1", 3000),
                statusChanged(2, "server2", 3500),
                order(2, 4000));

        assertThat(words(picture))
                .contains("kill server1", "epoch 2: server2", "restart server1", "3 answers in 4.1 s");
        assertThat(lines(picture, "breaks")).hasSize(1 + 1);
        assertThat(lines(picture, "repairs")).hasSize(1 + 1);
        assertThat(lines(picture, "view"))
                .as("one in the picture, one in the legend")
                .hasSize(1 + 1);
    }

    @Test
    void onlyTimeInWhichARequestWaitedIsShownAsWithoutAnAnswer() throws Exception {
        var idle = picture(order(1, 10), order(1, 20_000));
        var polled = picture(order(1, 10), poll(1, 20, 30), poll(1, 10_000, 10_010), order(1, 20_000));
        var silent = picture(order(1, 10), orderAfterSilence(1, 10, 20_000));

        assertThat(silentTimes(idle)).isZero();
        assertThat(words(idle)).doesNotContain("no answer");
        assertThat(silentTimes(polled)).isZero();
        assertThat(silentTimes(silent)).as("in both charts, and the legend").isEqualTo(3);
    }

    @Test
    void requestsThatStillWaitAtTheEndAreShownAsWithoutAnAnswer() throws Exception {
        assertThat(silentTimes(picture(order(1, 10), new RunEvent.StillWaiting(nanos(10), nanos(5_000)))))
                .isEqualTo(3);
    }

    @Test
    void aFaultAfterTheLastAnswerIsInThePicture() throws Exception {
        var picture = picture(order(1, 10), faultInjected(FaultType.KILL, "primary", "server1", 60_000));

        assertThat(words(picture)).contains("kill server1");
    }

    @Test
    void aRunWithoutAnswersHasAPicture() throws Exception {
        assertThat(words(picture())).contains("0 answers in 0.1 s").doesNotContain("p50", "p99", "slowest");
    }

    @Test
    void aRunWithOneAnswerHasAPicture() throws Exception {
        assertThat(words(picture(order(1, 10)))).contains("1 answer in 0.1 s");
    }

    @Test
    void anAnswerWithoutLatencyIsDrawn() throws Exception {
        var exchange = request("CANCEL", "{}", "{'status':'ok'}", 10, 10);

        assertThat(words(picture(new RunEvent.RequestCompleted(exchange)))).contains("1 answer in 0.1 s");
    }

    @Test
    void aRunOfTenHoursHasAPictureThatIsNoLarger() throws Exception {
        var events = IntStream.range(0, 36_000).mapToObj(second -> order(1, 10 + 1000L * second));

        var picture = picture(events.toArray(RunEvent[]::new));

        assertThat(words(picture)).anyMatch(words -> words.startsWith("36,000 answers in 3"));
        assertThat(Files.size(file())).isLessThan(100_000);
    }

    @Test
    void aThousandFaultsDoNotFillMemory() throws Exception {
        var events = IntStream.range(0, 1000)
                .mapToObj(i -> (RunEvent) faultInjected(FaultType.KILL, "primary", "server1", i));

        assertThat(lines(picture(events.toArray(RunEvent[]::new)), "breaks")).hasSize(200 + 1);
    }

    @Test
    void theLabelsOfManyFaultsDoNotOverlap() throws Exception {
        var events = IntStream.range(0, 60)
                .mapToObj(i -> (RunEvent) faultInjected(FaultType.KILL, "primary", "server1", 500L * i));

        var places = new TreeMap<Double, List<Double>>();
        for (var text : elements(picture(events.toArray(RunEvent[]::new)), "text")) {
            if (text.getTextContent().equals("kill server1")) {
                places.computeIfAbsent(number(text, "y"), row -> new ArrayList<>())
                        .add(number(text, "x"));
            }
        }

        assertThat(places).hasSizeGreaterThan(1);
        for (var row : places.values()) {
            for (int i = 1; i < row.size(); i++) {
                assertThat(row.get(i) - row.get(i - 1)).isGreaterThan("kill server1".length() * 6);
            }
        }
    }

    @Test
    void labelsOfEveryLengthDoNotOverlap() throws Exception {
        var random = new Random(7);
        var events = new ArrayList<RunEvent>(List.of(statusChanged(1, "server1", 0)));
        long time = 0;
        for (int epoch = 2; epoch < 40; epoch++) {
            time += random.nextInt(3_000);
            events.add(faultInjected(FaultType.KILL, "primary", "x".repeat(random.nextInt(12)), time));
            time += random.nextInt(500);
            events.add(statusChanged(epoch, "server%d".formatted(epoch), time));
        }

        var ends = new TreeMap<Double, Double>();
        for (var text : elements(picture(events.toArray(RunEvent[]::new)), "text")) {
            if (text.getAttribute("class").endsWith("-words")) {
                double x = number(text, "x");
                double row = number(text, "y");
                assertThat(x).as(text.getTextContent()).isGreaterThan(ends.getOrDefault(row, 0.0));
                ends.put(row, x + text.getTextContent().length() * 6);
            }
        }
        assertThat(ends).hasSizeGreaterThan(1);
    }

    /** Parses the picture as a browser would, and checks that each number is on the canvas. */
    private Document picture(RunEvent... events) throws Exception {
        try (var timeline = new Timeline(file(), "<lunch> & 'rush'")) {
            for (var event : events) {
                timeline.onEvent(event);
            }
        }
        var text = Files.readString(file());
        assertThat(text).doesNotContain("NaN", "Infinity");
        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(words(picture)).startsWith("<lunch> & 'rush'");
        assertOnCanvas(picture);
        return picture;
    }

    private static void assertOnCanvas(Document picture) {
        for (var line : lines(picture)) {
            assertThat(List.of(number(line, "x1"), number(line, "x2"))).allMatch(x -> x >= 0 && x <= WIDTH);
            assertThat(List.of(number(line, "y1"), number(line, "y2"))).allMatch(y -> y >= 0 && y <= HEIGHT);
        }
    }

    private Path file() {
        return folder.resolve("run.svg");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> lines(Document picture, String style) {
        return lines(picture).stream()
                .filter(line -> line.getAttribute("class").equals(style))
                .toList();
    }

    private static List<Element> lines(Document picture) {
        return elements(picture, "line");
    }

    private static long silentTimes(Document picture) {
        return elements(picture, "rect").stream()
                .filter(rectangle -> rectangle.getAttribute("class").equals("none"))
                .count();
    }

    private static List<String> words(Document picture) {
        return elements(picture, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document picture, String name) {
        var nodes = picture.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
