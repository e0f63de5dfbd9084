package justhungry.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.client.RequestTrace;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import org.junit.jupiter.api.Test;

class TracedFrontendsTest {
    private final FakeFrontendLocator frontends = new FakeFrontendLocator();
    private final FakeFrontend frontend = new FakeFrontend(new FakeShop());
    private final FakeFrontendLocator.FakeFrontendHandle link = frontends.add(frontend);
    private final TracedFrontends tracer = new TracedFrontends(frontends);
    private final Session session = new Session(
            UserId.of(UUID.randomUUID()),
            tracer,
            new RetryPolicy(1, Duration.ofSeconds(1), any -> {}, Duration.ofMinutes(1)),
            ProgressListener.SILENT);

    @Test
    void theWayOfTheLastRequestIsTaken_onceAndOnlyWhileTracingIsOn() {
        session.send(new Request.ListProducts());
        assertThat(tracer.take()).isEmpty();

        tracer.start();
        var outcome = session.send(new Request.ListProducts());
        var trace = tracer.take().orElseThrow();

        assertThat(trace.silent()).isEmpty();
        assertThat(trace.settled().map(RequestTrace::reply)).isEqualTo(outcome.answer());
        assertThat(tracer.take()).isEmpty();

        tracer.stop();
        session.send(new Request.ListProducts());
        assertThat(tracer.take()).isEmpty();
    }

    @Test
    void aFrontEndThatGaveNoAnswerIsNamed() {
        tracer.start();
        link.stop();

        assertThat(session.send(new Request.ListProducts()).isUnexecuted()).isTrue();

        var trace = tracer.take().orElseThrow();
        assertThat(trace.silent()).isNotEmpty().containsOnly(link.name());
        assertThat(trace.settled()).isEmpty();
        assertThat(List.copyOf(trace.silent())).hasSize(2);
    }
}
