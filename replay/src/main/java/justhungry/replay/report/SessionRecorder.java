package justhungry.replay.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import justhungry.api.shop.Request;
import justhungry.client.RequestOutcome;
import justhungry.client.RequestSender;
import justhungry.client.json.Operation;
import justhungry.client.json.RequestJson;
import justhungry.client.json.ResponseJson;
import justhungry.replay.script.ScriptWriter;
import justhungry.replay.script.model.JsonPointer;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ResponseCapture;
import justhungry.replay.script.model.ResponseExpectation;
import justhungry.replay.script.model.Template;

/**
 * A recorder of a session, as a script that repeats it and as the transcript that both have. An order of the session
 * becomes a variable, because its number is different the next time.
 */
public final class SessionRecorder implements RequestSender {
    /** The user of a recorded session in the script. */
    public static final String USER = "me";

    private static final List<String> ORDER_ARGUMENTS = List.of("order", "before");
    private static final List<String> EXPECTED = List.of("status", "reason", "total");

    private final RequestSender session;
    private final ScriptWriter script;
    private final Optional<Transcript> transcript;
    private final Consumer<String> errorListener;
    private final Map<JsonElement, String> variables = new HashMap<>();
    private boolean broken;

    /**
     * Records the requests of a session.
     *
     * @param trouble called once, when something cannot be written; the session continues without a recording
     */
    public SessionRecorder(
            RequestSender session, ScriptWriter script, Optional<Transcript> transcript, Consumer<String> trouble) {
        this.session = session;
        this.script = script;
        this.transcript = transcript;
        this.errorListener = trouble;
    }

    @Override
    public RequestOutcome send(Request request) {
        var outcome = session.send(request);
        var unused = Thread.interrupted(); // by giving up one request, which must not close the recording's file
        if (!broken) {
            record(request, ResponseJson.of(outcome));
        }
        return outcome;
    }

    /** Whether something could not be written, so that the recording is not complete. */
    public boolean isBroken() {
        return broken;
    }

    private void record(Request request, JsonObject response) {
        var args = RequestJson.args(request);
        try {
            script.write(line(request, args, response));
            if (transcript.isPresent()) {
                transcript.get().write(request.operation(), USER, args, response);
            }
        } catch (IOException e) {
            broken = true;
            errorListener.accept("The recording ends here because it cannot be written: %s".formatted(e.getMessage()));
        }
    }

    private RequestStep line(Request request, JsonObject args, JsonObject response) {
        var named = named(args);
        var captures = captures(request, response);
        return new RequestStep(
                1, Operation.of(request), USER, named, expectations(response), captures, Optional.empty());
    }

    private Template named(JsonObject args) {
        var json = Template.literal(args).json().getAsJsonObject();
        for (var argument : ORDER_ARGUMENTS) {
            var variable = json.has(argument) ? variables.get(json.get(argument)) : null;
            if (variable != null) {
                json.add(argument, Template.variable(variable).json());
            }
        }
        return new Template(json);
    }

    private static List<ResponseExpectation> expectations(JsonObject response) {
        var expectations = new ArrayList<ResponseExpectation>();
        for (var key : EXPECTED) {
            if (response.has(key)) {
                expectations.add(
                        new ResponseExpectation(new JsonPointer("/" + key), Template.literal(response.get(key))));
            }
        }
        return expectations;
    }

    /** An order that was placed is the answer to a basket. */
    private List<ResponseCapture> captures(Request request, JsonObject response) {
        if (request.items().isEmpty() || !response.has("order")) {
            return List.of();
        }
        var name = "order" + (variables.size() + 1);
        variables.put(new JsonPrimitive(response.get("order").getAsLong()), name);
        return List.of(new ResponseCapture(name, new JsonPointer("/order")));
    }
}
