package justhungry.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import justhungry.api.Request;
import justhungry.api.UserId;
import justhungry.api.process.CannotStartException;
import justhungry.api.process.ExitCode;
import justhungry.api.rmi.NameServerAddress;
import justhungry.cli.console.Console;
import justhungry.cli.console.ConsoleChoice;
import justhungry.cli.request.Outcome;
import justhungry.cli.request.Session;
import justhungry.cli.request.UserFile;
import justhungry.cli.terminal.ConsoleProgress;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** A command line that was understood, with what the command finds around it. */
record Invocation(CommandLine line, Surroundings surroundings) {
    List<String> arguments() {
        return line.getArgList();
    }

    boolean has(Option option) {
        return line.hasOption(option);
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    String required(Option option) throws UsageException {
        return value(option)
                .orElseThrow(() -> new UsageException("--%s %s is missing: %s"
                        .formatted(option.getLongOpt(), option.getArgName(), option.getDescription())));
    }

    void takesNoArguments() throws UsageException {
        if (!arguments().isEmpty()) {
            throw new UsageException(
                    "'%s' is one word too many".formatted(arguments().get(0)));
        }
    }

    ConsoleChoice console() {
        var choice = surroundings.consoles().get();
        return has(CommonOptions.PLAIN) ? choice.withLineText() : choice;
    }

    /** A session of the person that the user file names, which tells its progress to the console. */
    Session session(Console talk) throws UsageException, CannotStartException {
        return sessionOf(userFile().loadOrCreate(), talk);
    }

    /** A session of whoever has this id. */
    Session sessionOf(UserId user, Console talk) throws UsageException {
        return new Session(
                user, surroundings.frontends().apply(nameServer()), surroundings.retries(), new ConsoleProgress(talk));
    }

    /** Asks one request, and prints what became of it; what may help is said beside that. */
    ExitCode ask(Session session, Request request, Console talk) {
        return tell(session.ask(request), request, session, talk);
    }

    /** Prints what became of a request. */
    ExitCode tell(Outcome outcome, Request request, Session session, Console talk) {
        var exitCode = print(outcome);
        Suggestion.after(outcome, request, session).ifPresent(talk::say);
        return exitCode;
    }

    private ExitCode print(Outcome outcome) {
        var printing = new Printing(surroundings);
        return has(CommonOptions.JSON) ? printing.json(outcome) : printing.text(outcome);
    }

    private NameServerAddress nameServer() throws UsageException {
        try {
            return NameServerOption.address(line, surroundings.environment());
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private UserFile userFile() {
        return value(CommonOptions.USER_FILE)
                .map(file -> new UserFile(Path.of(file)))
                .orElseGet(() -> UserFile.usual(surroundings.environment()));
    }
}
