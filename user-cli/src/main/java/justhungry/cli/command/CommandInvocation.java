package justhungry.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.cli.console.Console;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.terminal.ConsoleProgress;
import justhungry.client.RequestOutcome;
import justhungry.client.Session;
import justhungry.client.UserFile;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** A parsed command line, with the context that the command runs in. */
public record CommandInvocation(CommandLine line, CommandContext context) {
    public List<String> arguments() {
        return line.getArgList();
    }

    public boolean has(Option option) {
        return line.hasOption(option);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    String required(Option option) throws UsageException {
        return value(option)
                .orElseThrow(() ->
                        new UsageException("--%s %s is missing".formatted(option.getLongOpt(), option.getArgName())));
    }

    void requireNoArguments() throws UsageException {
        if (!arguments().isEmpty()) {
            throw new UsageException(
                    "unexpected argument '%s'".formatted(arguments().get(0)));
        }
    }

    TerminalCapabilities terminal() {
        var choice = context.terminals().get();
        return has(CommonOptions.PLAIN) ? choice.withPlainLines() : choice;
    }

    /** A session of the person in the user file; it reports its progress to the console. */
    Session session(Console messages) throws UsageException, CannotStartException {
        return sessionOf(userFile().loadOrCreate(), messages);
    }

    /** A session of the user with this id. */
    Session sessionOf(UserId user, Console messages) throws UsageException {
        return new Session(
                user, context.frontends().apply(nameServer()), context.retryPolicy(), new ConsoleProgress(messages));
    }

    /** Sends one request, and prints its outcome and, after some refusals, a suggestion. */
    ExitCode send(Session session, Request request, Console messages) {
        return report(session.send(request), request, session, messages);
    }

    /** Prints the outcome of a request. */
    ExitCode report(RequestOutcome outcome, Request request, Session session, Console messages) {
        var exitCode = print(outcome);
        ProductSuggestion.after(outcome, request, session).ifPresent(messages::print);
        return exitCode;
    }

    private ExitCode print(RequestOutcome outcome) {
        var printing = new ResultPrinter(context);
        return has(CommonOptions.JSON) ? printing.json(outcome) : printing.text(outcome);
    }

    private NameServerAddress nameServer() throws UsageException {
        try {
            return NameServerOption.address(line, context.environment());
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private UserFile userFile() {
        return value(CommonOptions.USER_FILE)
                .map(file -> new UserFile(Path.of(file)))
                .orElseGet(() -> UserFile.defaultFile(context.environment()));
    }
}
