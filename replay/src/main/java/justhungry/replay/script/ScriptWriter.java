package justhungry.replay.script;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.model.Step;

/** A writer of scripts, which flushes each line. Its output reads back as the same header and steps. */
public final class ScriptWriter {
    /** Without {@code serializeNulls}, Gson leaves out members that are null. */
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final Writer out;

    /** Writes to {@code out}, which must be UTF-8, starting with the header. */
    public ScriptWriter(Writer out, ScriptHeader header) throws IOException {
        this.out = out;
        line(json(header));
    }

    /** Writes a step. Its own line number is ignored. */
    public void write(Step step) throws IOException {
        line(step.accept(new StepJson()));
    }

    private void line(JsonObject json) throws IOException {
        out.write(GSON.toJson(json) + "\n");
        out.flush();
    }

    private static JsonObject json(ScriptHeader header) {
        var json = new JsonObject();
        json.addProperty("jh", ScriptHeader.VERSION);
        header.name().ifPresent(name -> json.addProperty("name", name));
        json.addProperty("seed", header.seed());
        json.addProperty("clients", header.clients());
        header.rate().ifPresent(rate -> json.addProperty("rate", rate.toString()));
        return json;
    }

    private static JsonObject json(RequestStep request) {
        var json = new JsonObject();
        json.addProperty("op", request.operation().name());
        json.addProperty("user", request.user());
        addUnlessEmpty(json, "args", request.args().json().getAsJsonObject());
        var expect = new JsonObject();
        request.expectations()
                .forEach(each ->
                        expect.add(each.pointer().text(), each.expected().json()));
        addUnlessEmpty(json, "expect", expect);
        var capture = new JsonObject();
        request.captures()
                .forEach(each -> capture.addProperty(each.name(), each.pointer().text()));
        addUnlessEmpty(json, "capture", capture);
        request.within().ifPresent(within -> json.addProperty("within", within.toString()));
        return json;
    }

    private static JsonObject json(RepeatStep repeat) {
        var json = new JsonObject();
        json.addProperty("repeat", repeat.iterations());
        json.add(
                "of",
                array(repeat.iterationRequests().stream()
                        .map(ScriptWriter::json)
                        .toList()));
        if (!repeat.scheduledFaults().isEmpty()) {
            json.add(
                    "faults",
                    array(repeat.scheduledFaults().stream()
                            .map(ScriptWriter::json)
                            .toList()));
        }
        return json;
    }

    private static JsonObject json(RepeatStep.ScheduledFault scheduled) {
        var json = new JsonObject();
        json.addProperty("after", scheduled.after());
        return json(json, scheduled.fault());
    }

    private static JsonObject json(JsonObject json, FaultStep step) {
        json.addProperty("fault", step.fault().label());
        json.addProperty("target", step.target());
        return json;
    }

    private static void addUnlessEmpty(JsonObject json, String key, JsonObject value) {
        if (!value.isEmpty()) {
            json.add(key, value);
        }
    }

    private static JsonArray array(List<? extends JsonElement> elements) {
        var array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    /** A step as the object of its line. */
    private static final class StepJson implements Step.Visitor<JsonObject> {
        @Override
        public JsonObject visit(RequestStep request) {
            return json(request);
        }

        @Override
        public JsonObject visit(FaultStep fault) {
            return json(new JsonObject(), fault);
        }

        @Override
        public JsonObject visit(RepeatStep repeat) {
            return json(repeat);
        }
    }
}
