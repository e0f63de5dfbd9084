package justhungry.replay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/**
 * The report of a run as JUnit XML, for build servers: a test case for each request, fault and repeat of the script, and
 * one for what is said after the run. Written by {@link #write}, after the run.
 */
public final class JUnitReport implements RunListener {
    /** The maximum number of test cases of requests; what follows is one more case, as the requests of a repeat are. */
    private static final int MAX_CASES = 10_000;

    /** The maximum number of messages in one test case. */
    private static final int MAX_MESSAGES = 10;

    private static final double NANOS_PER_SECOND = 1e9;

    /** What XML 1.0 cannot hold, not even as a reference. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Path file;
    private final String script;
    private final List<TestCase> cases = new ArrayList<>();
    private Optional<TestCase> group = Optional.empty();
    private long end;

    /** Creates the {@code file} at once, so that an error is found at the start of the run and not at its end. */
    public JUnitReport(Path file, String script) throws IOException {
        this.file = file;
        this.script = script;
        Files.writeString(file, "");
    }

    /** The result of a test case. */
    private enum TestResult {
        PASSED,
        /** Not as expected. */
        FAILURE,
        /** No answer, or none in time. */
        ERROR
    }

    /** A test case that is being filled. */
    private static final class TestCase {
        private final String name;
        private final long start;
        private final List<String> messages = new ArrayList<>();
        private TestResult result = TestResult.PASSED;
        private long requests;
        private long wrong;
        private long nanos;

        TestCase(String name, long start) {
            this.name = name;
            this.start = start;
        }

        void add(RequestRecord exchange) {
            requests++;
            if (!exchange.mismatches().isEmpty()) {
                fail(TestResult.FAILURE, message(exchange, String.join("; ", exchange.mismatches())));
            } else if (!exchange.isCompleted() || exchange.reply().isEmpty()) {
                fail(TestResult.ERROR, message(exchange, exchange.statusLabel()));
            }
        }

        void fail(TestResult how, String message) {
            wrong++;
            result = result == TestResult.PASSED ? how : result;
            if (messages.size() < MAX_MESSAGES) {
                messages.add(message);
            }
        }

        /** One line. */
        String summary() {
            return requests > 1 ? "%,d of %,d requests".formatted(wrong, requests) : messages.get(0);
        }

        private static String message(RequestRecord exchange, String what) {
            var said = exchange.response().get("message");
            return "%s of %s: %s%s"
                    .formatted(
                            exchange.operation(),
                            exchange.user(),
                            what,
                            said == null || !exchange.isSent() ? "" : " (%s)".formatted(said.getAsString()));
        }
    }

    @Override
    public void onRequestCompleted(RequestRecord request) {
        end = Math.max(end, request.times().end());
        if (group.isEmpty() && cases.size() >= MAX_CASES) {
            group = Optional.of(new TestCase(
                    "all after line " + (request.line() - 1), request.times().sent()));
            cases.add(group.get());
        }
        if (group.isPresent()) {
            group.get().add(request);
            group.get().nanos = request.times().end() - group.get().start;
        } else {
            var single = new TestCase(
                    "line %d: %s of %s".formatted(request.line(), request.operation(), request.user()),
                    request.times().sent());
            single.nanos = request.times().latency();
            single.add(request);
            cases.add(single);
        }
    }

    @Override
    public void onRepeatStarted(RunEvent.RepeatStarted event) {
        group = Optional.of(
                new TestCase("line %d: %,d iterations".formatted(event.line(), event.iterations()), event.at()));
        cases.add(group.get());
    }

    @Override
    public void onRepeatEnded(RunEvent.RepeatEnded event) {
        group = Optional.empty();
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) {
        cases.add(new TestCase(
                "line %d: %s %s (%s)"
                        .formatted(
                                event.line(), event.fault().label(), event.target(), String.join(", ", event.names())),
                event.at()));
    }

    /** Adds that the run ended before the end of the script. */
    public void onBrokenOff(String message) {
        var run = new TestCase("the whole script", end);
        run.fail(TestResult.ERROR, message);
        cases.add(run);
    }

    /** Adds the result of the verification. */
    public void onVerified(boolean passed, List<String> text) {
        var verification = new TestCase("verification", end);
        if (!passed) {
            verification.fail(TestResult.FAILURE, text.get(text.size() - 1));
            verification.messages.clear();
            verification.messages.addAll(text);
        }
        cases.add(verification);
    }

    /** Writes the file. */
    public void write() throws IOException {
        try (var out = Files.newOutputStream(file)) {
            write(out);
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private void write(OutputStream out) throws XMLStreamException {
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", script);
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", Long.toString(count(TestResult.FAILURE)));
        attribute(xml, "errors", Long.toString(count(TestResult.ERROR)));
        attribute(xml, "skipped", "0");
        attribute(xml, "time", seconds(end));
        for (var each : cases) {
            write(xml, each);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void write(XMLStreamWriter xml, TestCase each) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", script);
        attribute(xml, "name", each.name);
        attribute(xml, "time", seconds(each.nanos));
        if (each.result != TestResult.PASSED) {
            xml.writeStartElement(each.result == TestResult.FAILURE ? "failure" : "error");
            attribute(xml, "message", each.summary());
            xml.writeCharacters(printable(String.join("\n", each.messages)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private long count(TestResult result) {
        return cases.stream().filter(each -> each.result == result).count();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value));
    }

    private static String printable(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_SECOND);
    }
}
