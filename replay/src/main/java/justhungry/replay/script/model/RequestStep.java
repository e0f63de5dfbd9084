package justhungry.replay.script.model;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import justhungry.api.shop.Request;
import justhungry.client.json.Operation;
import justhungry.client.json.RequestJson;

/**
 * A step that sends one request.
 *
 * @param line of the script; that of the repeat, for a request of one
 * @param user the name of the user who sends it; a secret id is made for each name
 * @param args by their names: an object that may contain variables
 * @param expectations of the response, as ordered in the script
 * @param captures from the response, as ordered in the script
 * @param within the time for which a read is repeated until its response is as expected; without it, it is sent once
 */
public record RequestStep(
        int line,
        Operation operation,
        String user,
        Template args,
        List<ResponseExpectation> expectations,
        List<ResponseCapture> captures,
        Optional<PollTimeout> within)
        implements Step {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");

    public RequestStep {
        requireUser(user);
        expectations = List.copyOf(expectations);
        captures = List.copyOf(captures);
        if (within.isPresent() && (operation.isUpdate() || expectations.isEmpty())) {
            throw new IllegalArgumentException("within is for a read with expectations");
        }
    }

    /**
     * The request with all variables replaced.
     *
     * @throws UnresolvedVariableException when a variable has no value, or one that the request cannot hold
     */
    public Request request(ScriptVariables variables) throws UnresolvedVariableException {
        try {
            return operation.request(args.resolve(variables).getAsJsonObject());
        } catch (UnresolvedVariableException | IllegalArgumentException e) {
            throw new UnresolvedVariableException("not sent: %s".formatted(e.getMessage()));
        }
    }

    /** The arguments as they are sent, for histories and results. See {@link RequestJson}. */
    public JsonObject args(ScriptVariables variables) throws UnresolvedVariableException {
        return RequestJson.args(request(variables));
    }

    @Override
    public long requests() {
        return 1;
    }

    @Override
    public List<FaultStep> faults() {
        return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    static String requireUser(String user) {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException(
                    "not a user name: '%s'; use 1 to 60 letters, digits, _ . and -, starting with a letter or digit"
                            .formatted(user));
        }
        return user;
    }
}
