package justhungry.cli.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import justhungry.api.Response;
import justhungry.api.process.ExitCode;
import justhungry.cli.request.Outcome;
import justhungry.cli.request.ResponseJson;
import justhungry.cli.text.ResponseText;
import justhungry.cli.text.Sentence;

/** Prints what became of a request: data to stdout; to stderr what a person has to know when it did not work. */
final class Printing {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Surroundings surroundings;

    Printing(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One object on one line, whatever happened. */
    ExitCode json(Outcome outcome) {
        surroundings.out().println(GSON.toJson(ResponseJson.of(outcome)));
        return exitCode(outcome);
    }

    /** The same for what never became a request. */
    void json(ExitCode reason, String message) {
        surroundings.out().println(GSON.toJson(ResponseJson.refused(reason.name(), message)));
    }

    /** For a person. */
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
            return "%s (%s)".formatted(refused.message(), refused.reason());
        }
        if (outcome instanceof Outcome.NotExecuted refused) {
            return Sentence.of(refused.message()) + " Nothing was changed.";
        }
        return outcome instanceof Outcome.Unreachable unreachable
                ? unreachable.message()
                : ((Outcome.Unknown) outcome).message() + " Type: just-hungry orders";
    }
}
