package justhungry.replay.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.replay.script.Script;
import justhungry.replay.script.ScriptText;
import org.junit.jupiter.api.Timeout;

/** A base of tests that run a script against a fake shop. Lines of scripts are written with single quotes. */
@Timeout(300)
abstract class RunHarness {
    static final String HEADER = "{'jh':1,'name':'t'}";
    static final String FOUR_CLIENTS = "{'jh':1,'name':'t','clients':4}";
    static final String DETAILS =
            "{'op':'USER_DETAILS','user':'ada','args':{'firstName':'Ada','lastName':'L','phone':'02079','postcode':'DH1 3LE','address':'1 Palace Green'}}";
    static final String APPLE = "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':1},'delivery':'NEXT_DAY'}}";
    static final String PRODUCTS = "{'op':'PRODUCT_LIST','user':'ada'}";

    final FakeShop shop = new FakeShop();
    final FakeFrontend frontend = new FakeFrontend(shop);
    final FakeFrontendLocator frontends = new FakeFrontendLocator();
    final FakeFrontendLocator.FakeFrontendHandle link = frontends.add(frontend);
    final FakeFaultInjector faults = new FakeFaultInjector();
    final RecordingListener recorded = new RecordingListener();
    final List<RunListener> listeners = new ArrayList<>(List.of(recorded));
    Optional<FaultInjector> injector = Optional.of(faults);
    Duration endTimeout = Duration.ofSeconds(2);

    void run(String... lines) throws Exception {
        run(Replay.AuditMode.NONE, lines);
    }

    void run(Replay.AuditMode looks, String... lines) throws Exception {
        var script = script(lines);
        var cluster = new Replay.ReplayTarget(() -> frontends, injector);
        new Replay(script, cluster, LoadModel.of(script.header(), Optional.empty()), retries(), endTimeout)
                .run(listeners, looks);
    }

    static Script script(String... lines) throws Exception {
        return ScriptText.parse(
                Stream.of(lines).map(line -> line.replace('\'', '"')).collect(Collectors.joining("\n")));
    }

    /** Three retries without waiting. */
    static RetryPolicy retries() {
        return new RetryPolicy(3, Duration.ofMillis(1), any -> {}, Duration.ofMinutes(1));
    }

    /** The request with a capture. */
    static String capturing(String request, String name, String pointer) {
        return with(request, "'capture':{'%s':'%s'}".formatted(name, pointer));
    }

    /** The request with more members. */
    static String with(String request, String members) {
        return request.substring(0, request.length() - 1) + "," + members + "}";
    }

    static String cancel(String order) {
        return "{'op':'CANCEL','user':'ada','args':{'order':%s}}".formatted(order);
    }

    static String repeat(int iterations, String requests) {
        return "{'repeat':%d,'of':[%s]}".formatted(iterations, requests);
    }

    static String repeat(int iterations, String requests, String faults) {
        return "{'repeat':%d,'of':[%s],'faults':[%s]}".formatted(iterations, requests, faults);
    }

    static String fault(int after, String fault, String target) {
        return "{'after':%d,'fault':'%s','target':'%s'}".formatted(after, fault, target);
    }
}
