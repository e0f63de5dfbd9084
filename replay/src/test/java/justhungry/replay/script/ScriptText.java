package justhungry.replay.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.ScriptException;

/** Parsing of scripts from strings, for tests. */
public final class ScriptText {
    static final String HEADER = "{\"jh\":1}\n";

    private ScriptText() {}

    public static Script parse(String text) throws ScriptException {
        return Script.parse(new ByteArrayInputStream(text.getBytes(UTF_8)), "t.jsonl");
    }

    public static List<Step> steps(Script script) throws ScriptException {
        var all = new ArrayList<Step>();
        try (var steps = script.steps()) {
            for (var step = steps.next(); step.isPresent(); step = steps.next()) {
                all.add(step.get());
            }
        }
        return all;
    }

    /** The request of the last line of a script, which has no header. */
    static RequestStep request(String line) throws ScriptException {
        var steps = steps(parse(HEADER + line));
        return (RequestStep) steps.get(steps.size() - 1);
    }
}
