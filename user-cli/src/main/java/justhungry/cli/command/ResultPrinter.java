package justhungry.cli.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Optional;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.text.ResponseText;
import justhungry.cli.trace.TraceText;
import justhungry.client.ClientTrace;
import justhungry.client.RequestOutcome;
import justhungry.client.UnknownEffect;
import justhungry.client.json.ReplyJson;
import justhungry.client.json.ResponseJson;
import justhungry.client.json.TraceJson;
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
    ExitCode json(RequestOutcome outcome, Optional<ClientTrace> trace) {
        var json = ReplyJson.timed(outcome);
        trace.ifPresent(way -> json.add("trace", TraceJson.of(way)));
        context.out().println(GSON.toJson(json));
        return exitCode(outcome);
    }

    /** The same for an error before any request. */
    public void json(ExitCode reason, String message) {
        context.out().println(GSON.toJson(ResponseJson.refused(reason.name(), message)));
    }

    /** Prints lines for a person. */
    ExitCode text(Request request, RequestOutcome outcome, Optional<ClientTrace> trace) {
        var exitCode = outcome.accept(new TextPrinter(request));
        trace.ifPresent(way -> context.texts().println("trace: " + TraceText.line(request, way)));
        return exitCode;
    }

    private static ExitCode exitCode(RequestOutcome outcome) {
        if (outcome.answer().isEmpty()) {
            return ExitCode.UNAVAILABLE;
        }
        return outcome.refusal().isPresent() ? ExitCode.USAGE : ExitCode.OK;
    }

    private final class TextPrinter implements RequestOutcome.Visitor<ExitCode> {
        private final Request request;

        TextPrinter(Request request) {
            this.request = request;
        }

        @Override
        public ExitCode visit(RequestOutcome.Completed completed) {
            var refusal = completed.refusal();
            if (refusal.isPresent()) {
                return error(ExitCode.USAGE, text(refusal.get()));
            }
            ResponseText.of(completed.response()).forEach(context.texts()::println);
            if (completed.isFormatOnly()) {
                context.texts().println(ResponseText.FORMAT_ONLY);
            }
            return ExitCode.OK;
        }

        @Override
        public ExitCode visit(RequestOutcome.Unexecuted refused) {
            return error(
                    ExitCode.UNAVAILABLE,
                    "%s%s See why: just-hungry status"
                            .formatted(
                                    SentenceFormat.of(refused.message()),
                                    request.isUpdate() ? " Nothing was changed." : ""));
        }

        @Override
        public ExitCode visit(RequestOutcome.Unreachable unreachable) {
            return error(ExitCode.UNAVAILABLE, unreachable.message());
        }

        @Override
        public ExitCode visit(RequestOutcome.Unknown unknown) {
            return error(
                    ExitCode.UNAVAILABLE,
                    "%s Type: just-hungry %s".formatted(unknown.message(), UnknownEffect.shownBy(request)));
        }

        private ExitCode error(ExitCode exitCode, String message) {
            context.err().println(message);
            return exitCode;
        }
    }

    private static String text(Response.Refused refused) {
        return "%s (%s)%s".formatted(refused.message(), refused.reason(), remedy(refused.reason()));
    }

    private static String remedy(RefusalReason reason) {
        return reason == RefusalReason.NO_DETAILS ? ". To save them: just-hungry details --help" : "";
    }
}
