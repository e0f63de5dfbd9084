package justhungry.replay.report;

import static justhungry.replay.run.RunEvents.faultInjected;
import static justhungry.replay.run.RunEvents.faultStarting;
import static justhungry.replay.run.RunEvents.mismatching;
import static justhungry.replay.run.RunEvents.planned;
import static justhungry.replay.run.RunEvents.replied;
import static justhungry.replay.run.RunEvents.request;
import static justhungry.replay.run.RunEvents.statusChanged;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.client.FakeFrontendLocator;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.replay.run.LoadModel;
import justhungry.replay.run.Replay;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.script.ScriptText;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String SCRIPT = """
            {"jh":1,"name":"small","clients":3}
            {"op":"USER_DETAILS","user":"ada","args":{"firstName":"Ada","lastName":"L","phone":"02079","postcode":"DH1 3LE","address":"1 <Palace> Green"}}
            {"op":"PLACE_ORDER","user":"ada","args":{"items":{"apple":2},"delivery":"SAME_DAY","tip":"1.50"},"capture":{"first":"/order"}}
            {"op":"PLACE_ORDER","user":"ada","args":{"items":{"kale":7},"delivery":"NEXT_DAY"},"capture":{"none":"/order"}}
            {"op":"CANCEL","user":"ada","args":{"order":"${none}"}}
            {"repeat":10,"of":[{"op":"PLACE_ORDER","user":"ada","args":{"items":{"kale":1},"delivery":"NEXT_DAY"}}]}
            {"op":"VIEW_ORDERS","user":"ada","args":{"before":"${first}"}}
            {"op":"CANCEL","user":"ada","args":{"order":"${first}"}}
            """;

    private static final String GOLDEN = """
            {"op":"USER_DETAILS","user":"ada","args":{"firstName":"Ada","lastName":"L","phone":"02079","postcode":"DH1 3LE","address":"1 <Palace> Green"},"response":{"status":"ok"}}
            {"op":"PLACE_ORDER","user":"ada","args":{"items":{"apple":2},"delivery":"SAME_DAY","tip":"1.50"},"response":{"status":"ok","order":"#1","lines":[{"product":"apple","quantity":2,"price":"1.99","cost":"3.98"}],"delivery":"SAME_DAY","fee":"1.00","tip":"1.50","total":"6.48"}}
            {"op":"PLACE_ORDER","user":"ada","args":{"items":{"kale":7},"delivery":"NEXT_DAY","tip":"0.00"},"response":{"status":"refused","reason":"OUT_OF_STOCK"}}
            {"op":"CANCEL","user":"ada","args":{"order":"#2"},"response":{"status":"unsent"}}
            {"repeat":10,"counts":{"PLACE_ORDER ok":6,"PLACE_ORDER refused OUT_OF_STOCK":4}}
            {"op":"VIEW_ORDERS","user":"ada","args":{"limit":20,"before":"#1"},"response":{"status":"ok","orders":[],"more":false}}
            {"op":"CANCEL","user":"ada","args":{"order":"#1"},"response":{"status":"ok","order":"#1","lines":[{"product":"apple","quantity":2,"price":"1.99","cost":"3.98"}],"delivery":"SAME_DAY","fee":"1.00","tip":"1.50","total":"6.48"}}
            """;

    private final FakeShop shop = new FakeShop();

    @Test
    void aTranscriptContainsNothingThatDiffersBetweenRuns() throws Exception {
        assertThat(replayed()).isEqualTo(GOLDEN);
    }

    @Test
    void onAShopWithOtherOrderNumbersTheTranscriptIsTheSame() throws Exception {
        replayed();
        shop.stock("apple", 199, 15);
        shop.stock("kale", 99, 6);

        assertThat(replayed()).isEqualTo(GOLDEN);
        assertThat(shop.orders()).hasSize(14);
    }

    @Test
    void timesMessagesAndNamesOfProcessesAreNotInIt() throws IOException {
        var cancel = request("CANCEL", "{'order':7}", "{'status':'refused','reason':'NO_PRIMARY','message':'a'}", 1, 2);
        var later = request("CANCEL", "{'order':9}", "{'status':'refused','reason':'NO_PRIMARY','message':'b'}", 3, 9);

        var one = transcript(
                statusChanged(1, "server1", 0),
                answered(replied(cancel, 1, 2, 3)),
                faultStarting(FaultType.KILL, "primary", "server1", 5),
                faultInjected(FaultType.KILL, "primary", "server1", 5));
        var other = transcript(
                statusChanged(4, "server2", 1),
                new RunEvent.AuditAnswered(cancel),
                answered(mismatching(planned(replied(later, 7, 8, 9), 2), "otherwise")),
                faultStarting(FaultType.KILL, "primary", "server1", 50),
                faultStarting(FaultType.KILL, "primary", "server1", 60),
                faultInjected(FaultType.KILL, "primary", "server3", 60),
                statusChanged(5, "server3", 70));

        assertThat(other).isEqualTo(one).isEqualTo("""
                        {"op":"CANCEL","user":"ada","args":{"order":"#1"},"response":{"status":"refused","reason":"NO_PRIMARY"}}
                        {"fault":"kill","target":"primary"}
                        """);
    }

    @Test
    void theOrderInWhichTheRequestsOfARepeatEndDoesNotShow() throws IOException {
        var ok = answered(request("CANCEL", "{'order':7}", "{'status':'ok','order':7}", 1, 2));
        var list = answered(request("PRODUCT_LIST", "{}", "{'status':'ok','products':[]}", 1, 2));

        assertThat(repeat(ok, list, ok)).isEqualTo(repeat(ok, ok, list)).isEqualTo("""
                {"repeat":3,"counts":{"CANCEL ok":2,"PRODUCT_LIST ok":1}}
                """);
    }

    @Test
    void aRepeatThatIsBrokenOffIsCountedSoFar() throws IOException {
        var ok = answered(request("CANCEL", "{'order':7}", "{'status':'ok','order':7}", 1, 2));

        assertThat(transcript(new RunEvent.RepeatStarted(2, 3, 0), ok)).isEqualTo("""
                {"repeat":3,"counts":{"CANCEL ok":1},"unfinished":true}
                """);
    }

    private static RunEvent answered(RequestRecord exchange) {
        return new RunEvent.RequestCompleted(exchange);
    }

    private static String repeat(RunEvent... events) throws IOException {
        var began = Stream.<RunEvent>of(new RunEvent.RepeatStarted(2, 3, 0));
        var ended = Stream.<RunEvent>of(new RunEvent.RepeatEnded(2, 9));
        return transcript(
                Stream.of(began, Stream.of(events), ended).flatMap(some -> some).toArray(RunEvent[]::new));
    }

    private static String transcript(RunEvent... events) throws IOException {
        var out = new StringWriter();
        try (var transcript = new Transcript(out)) {
            for (var event : events) {
                transcript.onEvent(event);
            }
        }
        return out.toString();
    }

    private String replayed() throws Exception {
        var frontends = new FakeFrontendLocator();
        frontends.add(new FakeFrontend(shop));
        var script = ScriptText.parse(SCRIPT);
        var out = new StringWriter();
        new Replay(
                        script,
                        new Replay.ReplayTarget(() -> frontends, Optional.empty()),
                        LoadModel.of(script.header(), Optional.empty()))
                .run(List.of(new Transcript(out)), Replay.AuditMode.BEFORE_AND_AFTER);
        return out.toString();
    }
}
