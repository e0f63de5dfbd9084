package justhungry.cli.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Response;
import justhungry.cli.text.ResponseText;
import justhungry.client.Outcome;
import justhungry.client.json.ResponseJson;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.Sentence;

/** The printer of outcomes: data goes to stdout, errors to stderr. */
public final class Printing {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Surroundings surroundings;

    public Printing(Surroundings context) {
        this.surroundings = context;
    }

    /** Prints one object on one line, whatever the outcome. */
    ExitCode json(Outcome outcome) {
        surroundings.out().println(GSON.toJson(ResponseJson.of(outcome)));
        return exitCode(outcome);
    }

    /** The same for an error before any request. */
    public void json(ExitCode reason, String message) {
        surroundings.out().println(GSON.toJson(ResponseJson.refused(reason.name(), message)));
    }

    /** Prints lines for a person. */
    ExitCode text(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered && !isRefusal(answered)) {
            ResponseText.of(answered.response()).forEach(surroundings.out()::println);
        } else {
            surroundings.err().println(complaint(outcome));
        }
        return exitCode(outcome);
    }

    private static ExitCode exitCode(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return isRefusal(answered) ? ExitCode.USAGE : ExitCode.OK;
        }
        return ExitCode.UNAVAILABLE;
    }

    private static boolean isRefusal(Outcome.Answered answered) {
        return answered.response() instanceof Response.Refused;
    }

    private static String complaint(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered && answered.response() instanceof Response.Refused refused) {
            return "%s (%s)%s".formatted(refused.message(), refused.reason(), remedy(refused.reason()));
        }
        if (outcome instanceof Outcome.NotExecuted refused) {
            return Sentence.of(refused.message()) + " Nothing was changed.";
        }
        return outcome instanceof Outcome.Unreachable unreachable
                ? unreachable.message()
                : ((Outcome.Unknown) outcome).message() + " Type: just-hungry orders";
    }

    private static String remedy(Reason reason) {
        return reason == Reason.NO_DETAILS ? ". To save them: just-hungry details --help" : "";
    }
}
