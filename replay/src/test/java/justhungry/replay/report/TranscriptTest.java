package justhungry.replay.report;

import static justhungry.replay.run.Happenings.exchange;
import static justhungry.replay.run.Happenings.mismatching;
import static justhungry.replay.run.Happenings.planned;
import static justhungry.replay.run.Happenings.replied;
import static justhungry.replay.run.Happenings.stands;
import static justhungry.replay.run.Happenings.striking;
import static justhungry.replay.run.Happenings.struck;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.client.FakeFrontends;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.replay.run.Event;
import justhungry.replay.run.Exchange;
import justhungry.replay.run.Pace;
import justhungry.replay.run.Replay;
import justhungry.replay.script.ScriptText;
import justhungry.replay.script.model.Fault;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String SCRIPT = """
            {"jh":1,"name":"small","clients":3}
            {"op":"USER_DETAILS","user":"ada","args":{"firstName":"Ada","lastName":"L","phone":"020","postcode":"DH1 3LE","address":"1 <Palace> Green"}}
            {"op":"PLACE_ORDER","user":"ada","args":{"items":{"apple":2},"delivery":"SAME_DAY","tip":"1.50"},"capture":{"first":"/order"}}
            {"op":"PLACE_ORDER","user":"ada","args":{"items":{"kale":7},"delivery":"NEXT_DAY"},"capture":{"none":"/order"}}
            {"op":"CANCEL","user":"ada","args":{"order":"${none}"}}
            {"repeat":10,"of":[{"op":"PLACE_ORDER","user":"ada","args":{"items":{"kale":1},"delivery":"NEXT_DAY"}}]}
            {"op":"VIEW_ORDERS","user":"ada","args":{"before":"${first}"}}
            {"op":"CANCEL","user":"ada","args":{"order":"${first}"}}
            """;

    private static final String GOLDEN = """
            {"op":"USER_DETAILS","user":"ada","args":{"firstName":"Ada","lastName":"L","phone":"020","postcode":"DH1 3LE","address":"1 <Palace> Green"},"response":{"status":"ok"}}
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
        var cancel =
                exchange("CANCEL", "{'order':7}", "{'status':'refused','reason':'NO_PRIMARY','message':'a'}", 1, 2);
        var later = exchange("CANCEL", "{'order':9}", "{'status':'refused','reason':'NO_PRIMARY','message':'b'}", 3, 9);

        var one = transcript(
                stands(1, "server1", 0),
                answered(replied(cancel, 1, 2, 3)),
                striking(Fault.KILL, "primary", 5),
                struck(Fault.KILL, "primary", "server1", 5));
        var other = transcript(
                stands(4, "server2", 1),
                new Event.Looked(cancel),
                answered(mismatching(planned(replied(later, 7, 8, 9), 2), "otherwise")),
                striking(Fault.KILL, "primary", 50),
                striking(Fault.KILL, "primary", 60),
                struck(Fault.KILL, "primary", "server3", 60),
                stands(5, "server3", 70));

        assertThat(other).isEqualTo(one).isEqualTo("""
                        {"op":"CANCEL","user":"ada","args":{"order":"#1"},"response":{"status":"refused","reason":"NO_PRIMARY"}}
                        {"fault":"kill","target":"primary"}
                        """);
    }

    @Test
    void theOrderInWhichTheRequestsOfARepeatEndDoesNotShow() throws IOException {
        var ok = answered(exchange("CANCEL", "{'order':7}", "{'status':'ok','order':7}", 1, 2));
        var list = answered(exchange("PRODUCT_LIST", "{}", "{'status':'ok','products':[]}", 1, 2));

        assertThat(repeat(ok, list, ok)).isEqualTo(repeat(ok, ok, list)).isEqualTo("""
                {"repeat":3,"counts":{"CANCEL ok":2,"PRODUCT_LIST ok":1}}
                """);
    }

    private static Event answered(Exchange exchange) {
        return new Event.Answered(exchange);
    }

    private static String repeat(Event... events) throws IOException {
        var began = Stream.<Event>of(new Event.RepeatBegan(2, 3, 0));
        var ended = Stream.<Event>of(new Event.RepeatEnded(2, 9));
        return transcript(
                Stream.of(began, Stream.of(events), ended).flatMap(some -> some).toArray(Event[]::new));
    }

    private static String transcript(Event... events) throws IOException {
        var out = new StringWriter();
        try (var transcript = new Transcript(out)) {
            for (var event : events) {
                transcript.accept(event);
            }
        }
        return out.toString();
    }

    private String replayed() throws Exception {
        var frontends = new FakeFrontends();
        frontends.add(new FakeFrontend(shop));
        var script = ScriptText.parse(SCRIPT);
        var out = new StringWriter();
        new Replay(
                        script,
                        new Replay.Cluster(() -> frontends, Optional.empty()),
                        Pace.of(script.header(), Optional.empty()))
                .run(List.of(new Transcript(out)), Replay.Looks.BEFORE_AND_AFTER);
        return out.toString();
    }
}
