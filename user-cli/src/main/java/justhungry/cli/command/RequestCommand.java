package justhungry.cli.command;

import java.util.List;
import justhungry.api.shop.Request;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/**
 * A command that sends one request and prints its outcome.
 *
 * @param form parses the request from the command line
 */
record RequestCommand(
        String name, String summary, String arguments, List<String> examples, List<Option> options, RequestForm form)
        implements CliCommand {
    /** A parser of requests. An {@link IllegalArgumentException} of a record's constructor means wrong usage, too. */
    @FunctionalInterface
    interface RequestForm {
        Request read(CommandInvocation invocation) throws UsageException;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLIENT;
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, CannotStartException {
        var request = read(form, invocation);
        try (var messages = invocation.terminal().openOn(invocation.err())) {
            return invocation.send(invocation.session(messages), request, messages);
        }
    }

    static Request read(RequestForm form, CommandInvocation invocation) throws UsageException {
        try {
            return form.read(invocation);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
