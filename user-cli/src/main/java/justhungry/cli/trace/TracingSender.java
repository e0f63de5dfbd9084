package justhungry.cli.trace;

import justhungry.api.shop.Request;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.client.RequestOutcome;
import justhungry.client.RequestSender;
import justhungry.client.TracedFrontends;
import justhungry.platform.text.TextColumns;

/** A sender that prints the way of each request while tracing is on. */
public record TracingSender(RequestSender session, TracedFrontends tracer, Console console) implements RequestSender {
    @Override
    public RequestOutcome send(Request request) {
        var outcome = session.send(request);
        tracer.take()
                .ifPresent(trace -> TextColumns.wrap("trace: " + TraceText.line(request, trace), console.columns())
                        .forEach(line -> console.print(TextStyle.FAINT, line)));
        return outcome;
    }
}
