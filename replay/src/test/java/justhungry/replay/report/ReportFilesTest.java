package justhungry.replay.report;

import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.json;
import static justhungry.replay.run.RunEvents.mismatching;
import static justhungry.replay.run.RunEvents.nanos;
import static justhungry.replay.run.RunEvents.order;
import static justhungry.replay.run.RunEvents.planned;
import static justhungry.replay.run.RunEvents.replied;
import static justhungry.replay.run.RunEvents.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;
import justhungry.replay.script.model.FaultType;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the files of a run that programs read: results, history, latencies. */
class ReportFilesTest {
    private static final String ARGS = "{'items':{'apple':2},'delivery':'SAME_DAY','tip':'1.50'}";
    private static final RunEvent.RequestCompleted ANSWERED = new RunEvent.RequestCompleted(
            replied(request("PLACE_ORDER", ARGS, "{'status':'ok','order':7,'fee':'1.00'}", 100, 110), 2, 17, 12));
    private static final RunEvent.RequestCompleted UNKNOWN = new RunEvent.RequestCompleted(
            request("CANCEL", "{'order':7}", "{'status':'unknown','message':'nobody could tell'}", 120, 130));
    private static final RunEvent.RequestCompleted DROPPED =
            new RunEvent.RequestCompleted(request("CANCEL", "{'order':7}", "{'status':'dropped'}", 140, 140));
    private static final RunEvent.RequestCompleted UNSENT = new RunEvent.RequestCompleted(
            request("CANCEL", "{'order':'${it}'}", "{'status':'unsent','message':'m'}", 150, 150));
    private static final RunEvent.AuditAnswered LOOKED = new RunEvent.AuditAnswered(
            replied(request("PRODUCT_LIST", "{}", "{'status':'ok','products':[]}", 1, 2), 1, 3, 0));

    @TempDir
    Path folder;

    @Test
    void aResultHasItsLineItsTimesAndItsResponse() throws IOException {
        var lines = results(new RunEvent.RequestCompleted(planned(ANSWERED.request(), 60)));

        assertThat(lines)
                .containsExactly(
                        json(
                                "{'line':2,'client':1,'op':'PLACE_ORDER','user':'ada','at':110.0,'ms':50.0,'epoch':2,'revision':17,'turn':12,'decidedAt':'2026-11-29T09:15:00.120Z','status':'ok','order':7,'fee':'1.00'}"));
    }

    @Test
    void aResultHasTheFailedExpectations() throws IOException {
        var lines = results(new RunEvent.RequestCompleted(mismatching(UNKNOWN.request(), "/status: \"a\"", "<b>")));

        assertThat(lines.get(0).getAsJsonArray("mismatches")).hasToString("[\"/status: \\\"a\\\"\",\"<b>\"]");
        assertThat(lines.get(0).get("status").getAsString()).isEqualTo("unknown");
        assertThat(lines.get(0).has("epoch")).isFalse();
    }

    @Test
    void theResultsContainFaults_butNotTheReadsOutsideTheScript() throws IOException {
        var lines = results(LOOKED, faultInjected(FaultType.KILL, "primary", "server2", 1234), DROPPED);

        assertThat(lines)
                .containsExactly(
                        json("{'line':3,'fault':'kill','target':'primary','names':['server2'],'at':1234.0}"),
                        json(
                                "{'line':2,'client':1,'op':'CANCEL','user':'ada','at':140.0,'ms':0.0,'status':'dropped'}"));
    }

    @Test
    void theHistoryContainsEveryRequestThatWasSent_alsoTheReadsOutsideTheScript() throws IOException {
        var file = folder.resolve("history.jsonl");
        tell(new HistoryFile(file, "lunch \"rush\""), LOOKED, ANSWERED, UNKNOWN, DROPPED, UNSENT);

        assertThat(Files.readAllLines(file).stream().map(ReportFilesTest::parsed))
                .containsExactly(
                        json("{'jhHistory':1,'script':'lunch \\'rush\\''}"),
                        json(
                                "{'op':'PRODUCT_LIST','user':'ada','client':1,'args':{},'start':1000,'end':2000,'epoch':1,'revision':3,'turn':0,'decidedAt':'2026-11-29T09:15:00.120Z','response':{'status':'ok','products':[]}}"),
                        json(
                                "{'op':'PLACE_ORDER','user':'ada','client':1,'args':" + ARGS
                                        + ",'start':100000,'end':110000,'epoch':2,'revision':17,'turn':12,'decidedAt':'2026-11-29T09:15:00.120Z','response':{'status':'ok','order':7,'fee':'1.00'}}"),
                        json(
                                "{'op':'CANCEL','user':'ada','client':1,'args':{'order':7},'start':120000,'end':130000,'response':{'status':'unknown','message':'nobody could tell'}}"),
                        json("{'jhHistoryRequests':3}"));
    }

    @Test
    void aHistoryWithoutRequestsHasItsEnd_too() throws IOException {
        var file = folder.resolve("history.jsonl");
        tell(new HistoryFile(file, "t"));

        assertThat(Files.readAllLines(file)).endsWith("{\"jhHistoryRequests\":0}");
    }

    @Test
    void aHistoryWithARequestInProgressHasNoEnd_forItMayHaveAnEffect() throws IOException {
        var file = folder.resolve("history.jsonl");
        tell(new HistoryFile(file, "t"), ANSWERED, new RunEvent.StillWaiting(1, 2));

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void aRequestOfTheHistoryStartsWhenItWasSent_notWhenItWasPlanned() throws IOException {
        var file = folder.resolve("history.jsonl");
        tell(new HistoryFile(file, "t"), new RunEvent.RequestCompleted(planned(ANSWERED.request(), 60)));

        assertThat(parsed(Files.readAllLines(file).get(1)).get("start").getAsLong())
                .isEqualTo(100_000);
    }

    @Test
    void theHistogramLogIsReadByItsLibrary_andContainsEachCompletedRequestOnce() throws IOException {
        var file = folder.resolve("latencies.hlog");
        tell(
                new HdrLog(file),
                order(1, 100),
                order(1, 999),
                order(1, 1000),
                order(1, 950),
                order(1, 7200),
                UNKNOWN,
                DROPPED,
                UNSENT,
                LOOKED);

        long count = 0;
        try (var reader = new HistogramLogReader(file.toFile())) {
            for (var next = reader.nextIntervalHistogram(); next != null; next = reader.nextIntervalHistogram()) {
                count += ((Histogram) next).getTotalCount();
                assertThat(((Histogram) next).getMaxValue()).isBetween(nanos(10), nanos(10) * 1001 / 1000);
            }
        }
        assertThat(count).isEqualTo(5);
    }

    @Test
    void theHistogramLogOfNothingIsRead() throws IOException {
        var file = folder.resolve("latencies.hlog");
        tell(new HdrLog(file));

        try (var reader = new HistogramLogReader(file.toFile())) {
            assertThat(reader.nextIntervalHistogram()).isNull();
        }
    }

    private static List<JsonObject> results(RunEvent... events) throws IOException {
        var out = new StringWriter();
        tell(new ResultLines(out), events);
        return out.toString().lines().map(ReportFilesTest::parsed).toList();
    }

    private static JsonObject parsed(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }

    private static void tell(RunListener sink, RunEvent... events) throws IOException {
        for (var event : events) {
            sink.onEvent(event);
        }
        sink.close();
    }
}
