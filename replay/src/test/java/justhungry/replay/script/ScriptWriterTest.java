package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.client.json.Operation;
import justhungry.client.json.RequestJson;
import justhungry.replay.script.model.RandomScript;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.model.ScriptVariables;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.model.Template;
import justhungry.replay.script.model.UnresolvedVariableException;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptWriterTest {
    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 50).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenReadsBackAsTheSame(long seed) throws IOException, ScriptException {
        var random = new RandomScript(seed);
        var header = random.header();
        var steps = random.steps();

        var script = ScriptText.parse(written(header, steps));

        assertThat(script.header()).isEqualTo(header);
        assertThat(ScriptText.steps(script)).isEqualTo(steps);
    }

    @Test
    void aRequestIsWrittenSoThatTheSameOneIsSent() throws IOException, ScriptException, UnresolvedVariableException {
        var request = new Request.SaveDetails(
                new ContactDetails("${first}", "O'Brien $${", "020-7946", "DH1 3LE", "1 \"Palace\" <Green> \\ ${"));

        var ask = new RequestStep(
                2,
                Operation.of(request),
                "me",
                Template.literal(RequestJson.args(request)),
                List.of(),
                List.of(),
                Optional.empty());
        var read = ScriptText.request(
                lastLine(written(new ScriptHeader(Optional.empty(), 1, 1, Optional.empty()), List.of(ask))));

        assertThat(read.request(ScriptVariables.empty())).isEqualTo(request);
    }

    static String written(ScriptHeader header, List<Step> steps) throws IOException {
        var text = new StringWriter();
        var writer = new ScriptWriter(text, header);
        for (var step : steps) {
            writer.write(step);
        }
        return text.toString();
    }

    private static String lastLine(String text) {
        var lines = text.lines().toList();
        return lines.get(lines.size() - 1);
    }
}
