package justhungry.cli;

import java.net.UnknownHostException;
import java.util.List;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandGroup;
import justhungry.platform.process.ProcessText;
import justhungry.platform.rmi.RmiProcess;

/** The main class of all commands; the first argument is the command's name, without one it is {@code demo}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws UnknownHostException {
        ProcessText.configure();
        var words = CommandRegistry.completed(List.of(arguments));
        var group = CommandRegistry.find(words.get(0)).map(CliCommand::group).orElse(CommandGroup.CLIENT);
        RmiProcess.configure(RmiProcess.LOOPBACK, group.callTimeout());
        System.exit(new CommandRunner(CommandContext.ofThisProcess()).run(words).code());
    }
}
