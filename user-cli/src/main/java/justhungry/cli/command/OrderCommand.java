package justhungry.cli.command;

import java.io.IOException;
import java.util.List;
import justhungry.api.process.CannotStartException;
import justhungry.api.process.ExitCode;
import justhungry.cli.terminal.MenuCommands;
import justhungry.cli.terminal.OrderingTerminal;
import org.apache.commons.cli.Option;

/** The ordering terminal. */
final class OrderCommand implements Command {
    @Override
    public String name() {
        return "order";
    }

    @Override
    public String summary() {
        return "the ordering terminal";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public List<String> examples() {
        return List.of("order", "order --nameserver 192.0.2.7:1099", "order --plain <answers.txt");
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException, CannotStartException {
        invocation.takesNoArguments();
        if (invocation.has(CommonOptions.NO_INPUT)) {
            throw new UsageException("the ordering terminal has to ask; use place instead");
        }
        if (invocation.has(CommonOptions.YES)) {
            throw new UsageException("the ordering terminal asks before it orders: leave --yes out, or use place");
        }
        try (var console = invocation.console().open()) {
            return new OrderingTerminal(console, invocation.session(console), MenuCommands.NONE).run();
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE, "the terminal cannot be used (%s): add --plain".formatted(e.getMessage()));
        }
    }
}
