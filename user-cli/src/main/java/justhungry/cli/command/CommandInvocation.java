package justhungry.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.cli.console.Console;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.cli.terminal.ConsoleProgress;
import justhungry.cli.trace.TracingSender;
import justhungry.client.FrontendLocator;
import justhungry.client.RequestOutcome;
import justhungry.client.RequestSender;
import justhungry.client.Session;
import justhungry.client.TracedFrontends;
import justhungry.client.UserFile;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** A parsed command line, with the context that the command runs in. */
public final class CommandInvocation extends ParsedLine {
    private final CommandContext context;
    private @Nullable TerminalCapabilities terminal;
    private Optional<TracedFrontends> tracer = Optional.empty();

    /** @throws UsageException when an option is unknown, or lacks its value */
    public CommandInvocation(CliCommand command, List<String> words, CommandContext context) throws UsageException {
        super(CommandInvocation.options(command), words);
        this.context = context;
    }

    /** All options of a command: its own, then those of its group. */
    static List<Option> options(CliCommand command) {
        return Stream.concat(command.options().stream(), command.group().options().stream())
                .toList();
    }

    /** The options that its help shows. */
    public static List<Option> usableOptions(CliCommand command) {
        return options(command).stream()
                .filter(option -> !command.refusedOptions().contains(option))
                .toList();
    }

    public CommandContext context() {
        return context;
    }

    /** For data. */
    public PrintStream out() {
        return context.out();
    }

    /** For texts on stdout, as those of the context. */
    public PrintStream texts() {
        return context.texts();
    }

    /** For messages. */
    public PrintStream err() {
        return context.err();
    }

    /** The terminal, examined at the first call: that takes time. */
    public TerminalCapabilities terminal() {
        if (terminal == null) {
            var found = context.terminals().get();
            terminal = has(CommonOptions.PLAIN) ? found.withPlainLines() : found;
        }
        return terminal;
    }

    /** The address of the name server: the one that the option gives, else the default of clients. */
    public NameServerAddress nameServer() throws UsageException {
        try {
            return value(CommonOptions.NAMESERVER)
                    .map(NameServerAddress::parse)
                    .orElseGet(() -> NameServerAddress.defaultForClients(context.environment()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The address of the cluster in the background, for who has named none: it may come up again at another port. */
    private Optional<NameServerAddress> background() {
        try {
            return has(CommonOptions.NAMESERVER)
                    ? Optional.empty()
                    : NameServerAddress.ofBackgroundCluster(context.environment());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // damaged meanwhile: the known address counts
        }
    }

    /** A session of the person in the user file; it reports its progress to the console. */
    Session session(Console messages) throws UsageException, CannotStartException {
        return sessionOf(userFile().loadOrCreate(), messages);
    }

    /** A session of the user with this id. */
    Session sessionOf(UserId user, Console messages) throws UsageException {
        return new Session(user, frontends(), context.retryPolicy(), new ConsoleProgress(messages));
    }

    private FrontendLocator frontends() throws UsageException {
        var frontends = context.frontends().apply(nameServer(), this::background);
        if (!has(CommonOptions.TRACE)) {
            return frontends;
        }
        var traced = new TracedFrontends(frontends);
        traced.start();
        tracer = Optional.of(traced);
        return traced;
    }

    /** A sender that also prints the way of each request, if that was asked for. */
    RequestSender traced(Session session, Console console) {
        return tracer.<RequestSender>map(traced -> new TracingSender(session, traced, console))
                .orElse(session);
    }

    /** Sends one request, and prints its outcome and, after some refusals, a suggestion. */
    ExitCode send(Session session, Request request, Console messages) {
        return report(session.send(request), request, session, messages);
    }

    /** Prints the outcome of a request. */
    ExitCode report(RequestOutcome outcome, Request request, Session session, Console messages) {
        var exitCode = print(request, outcome);
        ProductSuggestion.after(outcome, request, session).ifPresent(messages::print);
        return exitCode;
    }

    private ExitCode print(Request request, RequestOutcome outcome) {
        var trace = tracer.flatMap(TracedFrontends::take);
        var printing = new ResultPrinter(context);
        return has(CommonOptions.JSON) ? printing.json(outcome, trace) : printing.text(request, outcome, trace);
    }

    private UserFile userFile() {
        return value(CommonOptions.USER_FILE)
                .map(file -> new UserFile(Path.of(file)))
                .orElseGet(() -> UserFile.defaultFile(context.environment()));
    }
}
