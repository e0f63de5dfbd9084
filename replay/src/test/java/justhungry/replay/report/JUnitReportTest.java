package justhungry.replay.report;

import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.mismatching;
import static justhungry.replay.run.RunEvents.nanos;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The report, read as XML. */
class JUnitReportTest {
    @TempDir
    Path folder;

    @Test
    void eachRequestFaultAndRepeatIsATestCase() throws Exception {
        var suite = report(
                order(1, 10),
                faultInjected(FaultType.KILL, "primary", "server1", 2000),
                new RunEvent.RepeatStarted(6, 2, nanos(3000)),
                order(1, 3500),
                order(1, 3700),
                new RunEvent.RepeatEnded(6, nanos(4500)));

        assertThat(names(suite))
                .containsExactly(
                        "line 2: PLACE_ORDER of ada", "line 3: kill primary (server1)", "line 6: 2 iterations");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(cases(suite).get(0).getAttribute("time")).isEqualTo("0.010");
    }

    @Test
    void whatIsNotAsExpectedIsAFailure_andWhatHasNoAnswerAnError() throws Exception {
        var suite = report(
                of(mismatching(
                        request(
                                "CANCEL",
                                "{}",
                                "{'status':'refused','reason':'NOT_ACTIVE','message':'<no>\\u0001'}",
                                0,
                                9),
                        "/status: expected \"ok\", found \"refused\"")),
                of(request("CANCEL", "{}", "{'status':'unknown','message':'no answer'}", 0, 60_000)),
                new RunEvent.RepeatStarted(6, 40, nanos(61_000)),
                of(mismatching(request("CANCEL", "{}", "{'status':'ok'}", 61_000, 61_010), "/a: one")),
                of(mismatching(request("CANCEL", "{}", "{'status':'ok'}", 61_000, 61_010), "/a: two")),
                new RunEvent.RepeatEnded(6, nanos(62_000)));

        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(child(cases(suite).get(0), "failure").getAttribute("message"))
                .isEqualTo("CANCEL of ada: /status: expected \"ok\", found \"refused\" (<no>\uFFFD)");
        assertThat(child(cases(suite).get(1), "error").getAttribute("message"))
                .isEqualTo("CANCEL of ada: unknown (no answer)");
        var repeat = child(cases(suite).get(2), "failure");
        assertThat(repeat.getAttribute("message")).isEqualTo("2 of 2 requests");
        assertThat(repeat.getTextContent()).contains("/a: one", "/a: two");
    }

    @Test
    void theEndOfTheRunAndItsVerificationAreTestCases() throws Exception {
        var report = new JUnitReport(file(), "lunch");
        report.onBrokenOff("line 7: the cluster did not answer");
        report.onVerified(false, List.of("stale reads 1", "NOT verified"));
        report.write();

        var suite = suite();
        assertThat(names(suite)).containsExactly("the whole script", "verification");
        assertThat(child(cases(suite).get(0), "error").getAttribute("message")).startsWith("line 7");
        assertThat(child(cases(suite).get(1), "failure").getTextContent()).isEqualTo("stale reads 1\nNOT verified");
    }

    @Test
    void theReportOfALongScriptIsBounded() throws Exception {
        var events = new ArrayList<RunEvent>();
        for (int i = 0; i < 10_500; i++) {
            events.add(order(1, 10 + i));
        }

        assertThat(cases(report(events.toArray(RunEvent[]::new)))).hasSize(10_001);
    }

    private Element report(RunEvent... events) throws Exception {
        var report = new JUnitReport(file(), "lunch & <rush>");
        for (var event : events) {
            report.onEvent(event);
        }
        report.write();
        var suite = suite();
        assertThat(suite.getAttribute("name")).isEqualTo("lunch & <rush>");
        return suite;
    }

    private Element suite() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file().toFile())
                .getDocumentElement();
    }

    private Path file() {
        return folder.resolve("report.xml");
    }

    private static RunEvent of(RequestRecord request) {
        return new RunEvent.RequestCompleted(request);
    }

    private static List<String> names(Element suite) {
        return cases(suite).stream().map(each -> each.getAttribute("name")).toList();
    }

    private static List<Element> cases(Element suite) {
        var nodes = suite.getElementsByTagName("testcase");
        var cases = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            cases.add((Element) nodes.item(i));
        }
        return cases;
    }

    private static Element child(Element testCase, String name) {
        return (Element) testCase.getElementsByTagName(name).item(0);
    }
}
