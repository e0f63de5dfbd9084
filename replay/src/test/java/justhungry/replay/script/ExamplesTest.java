package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.shop.UserId;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.ProgressListener;
import justhungry.client.RetryPolicy;
import justhungry.client.Session;
import justhungry.client.json.ResponseJson;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptVariables;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.model.UnresolvedVariableException;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the scripts in {@code examples/}: each parses, and its expectations hold in a fake shop, request by request.
 */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private final FakeFrontendLocator frontends = new FakeFrontendLocator();
    private final Map<String, Session> sessions = new HashMap<>();
    private final List<String> mismatches = new ArrayList<>();

    static List<Path> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theyAreTheOnesThatTheDocumentationNames() throws IOException {
        assertThat(examples())
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "failover.jsonl", "first-order.jsonl", "hard-day.jsonl", "last-kale.jsonl", "lunch-rush.jsonl");
    }

    /** The hard day is too long for the fake shop; the system tests run it. */
    static List<Path> shortExamples() throws IOException {
        return examples().stream()
                .filter(path -> !path.endsWith("hard-day.jsonl"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shortExamples")
    void anExampleParsesAndItsExpectationsHold(Path example) throws ScriptException, UnresolvedVariableException {
        frontends.add(new FakeFrontend(new FakeShop()));
        var script = Script.parse(example);
        var variables = ScriptVariables.empty();
        long sent = 0;
        for (var step : ScriptText.steps(script)) {
            sent += run(step, variables);
        }

        assertThat(mismatches).isEmpty();
        assertThat(sent).isEqualTo(script.requests()).isPositive();
        assertThat(script.header().name()).isPresent();
    }

    private long run(Step step, ScriptVariables variables) throws UnresolvedVariableException {
        if (step instanceof RequestStep request) {
            ask(request, variables);
            return 1;
        }
        return step instanceof RepeatStep repeat ? repeat(repeat, variables) : 0;
    }

    private long repeat(RepeatStep repeat, ScriptVariables variables) throws UnresolvedVariableException {
        for (int iteration = 0; iteration < repeat.iterations(); iteration++) {
            var own = variables.iteration();
            for (var request : repeat.iterationRequests()) {
                ask(request, own);
            }
        }
        return (long) repeat.iterations() * repeat.iterationRequests().size();
    }

    private void ask(RequestStep request, ScriptVariables variables) throws UnresolvedVariableException {
        var session = sessions.computeIfAbsent(request.user(), any -> session());
        var response = ResponseJson.of(session.send(request.request(variables)));
        for (var expectation : request.expectations()) {
            note(request, expectation.check(response, variables));
        }
        for (var capture : request.captures()) {
            note(request, capture.captureFrom(response, variables));
        }
    }

    private void note(RequestStep request, Optional<String> mismatch) {
        mismatch.ifPresent(sentence -> mismatches.add("line %d: %s".formatted(request.line(), sentence)));
    }

    private Session session() {
        return new Session(UserId.of(UUID.randomUUID()), frontends, RetryPolicy.DEFAULT, ProgressListener.SILENT);
    }
}
