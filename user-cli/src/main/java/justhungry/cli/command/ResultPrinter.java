package justhungry.cli.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import justhungry.cli.text.ResponseText;
import justhungry.client.RequestOutcome;
import justhungry.client.json.ResponseJson;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.SentenceFormat;

/** The printer of outcomes: data goes to stdout, errors to stderr. */
public final class ResultPrinter {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final CommandContext context;

    public ResultPrinter(CommandContext context) {
        this.context = context;
    }

    /** Prints one object on one line, whatever the outcome. */
    ExitCode json(RequestOutcome outcome) {
        context.out().println(GSON.toJson(ResponseJson.of(outcome)));
        return exitCode(outcome);
    }

    /** The same for an error before any request. */
    public void json(ExitCode reason, String message) {
        context.out().println(GSON.toJson(ResponseJson.refused(reason.name(), message)));
    }

    /** Prints lines for a person. */
    ExitCode text(RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Completed answered && !isRefusal(answered)) {
            ResponseText.of(answered.response()).forEach(context.out()::println);
        } else {
            context.err().println(errorMessage(outcome));
        }
        return exitCode(outcome);
    }

    private static ExitCode exitCode(RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Completed answered) {
            return isRefusal(answered) ? ExitCode.USAGE : ExitCode.OK;
        }
        return ExitCode.UNAVAILABLE;
    }

    private static boolean isRefusal(RequestOutcome.Completed answered) {
        return answered.response() instanceof Response.Refused;
    }

    private static String errorMessage(RequestOutcome outcome) {
        if (outcome instanceof RequestOutcome.Completed answered
                && answered.response() instanceof Response.Refused refused) {
            return "%s (%s)%s".formatted(refused.message(), refused.reason(), remedy(refused.reason()));
        }
        if (outcome instanceof RequestOutcome.Unexecuted refused) {
            return SentenceFormat.of(refused.message()) + " Nothing was changed.";
        }
        return outcome instanceof RequestOutcome.Unreachable unreachable
                ? unreachable.message()
                : ((RequestOutcome.Unknown) outcome).message() + " Type: just-hungry orders";
    }

    private static String remedy(RefusalReason reason) {
        return reason == RefusalReason.NO_DETAILS ? ". To save them: just-hungry details --help" : "";
    }
}
