package justhungry.cli.replay;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.FileRoles;
import justhungry.cli.command.UsageException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;
import justhungry.replay.check.Verification;
import justhungry.replay.check.VerificationResult;
import justhungry.replay.check.history.HistoryException;
import org.apache.commons.cli.Option;

/** The command {@code verify}: verifies a history that a replay has written. It needs no cluster. */
public final class VerifyCommand implements CliCommand {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "checks the history of a replay against a single server";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLIENT;
    }

    @Override
    public List<String> examples() {
        return List.of("verify history.jsonl", "verify history.jsonl --json");
    }

    @Override
    public List<Option> options() {
        return List.of(CommonOptions.JSON);
    }

    @Override
    public String exitCodes() {
        return "0 verified; 4 not verified; 2 the file does not parse; 1 wrong usage; 3 the file cannot be read";
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, CannotStartException {
        var verdict = verdict(file(invocation));
        var out = invocation.out();
        if (invocation.has(CommonOptions.JSON)) {
            out.println(GSON.toJson(verdict.json()));
        } else {
            verdict.text().forEach(out::println);
        }
        return verdict.passed() ? ExitCode.OK : ExitCode.EXPECTATION;
    }

    private static Path file(CommandInvocation invocation) throws UsageException {
        var file = Path.of(invocation.argument("name one history, as written by replay --history FILE"));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("%s %s: name a history, as written by replay --history FILE"
                    .formatted(file, Files.exists(file) ? "is not a regular file" : "does not exist"));
        }
        new FileRoles().read("the history", file).check();
        return file;
    }

    private static VerificationResult verdict(Path file) throws CannotStartException {
        try {
            return Verification.of(file);
        } catch (HistoryException e) {
            throw new CannotStartException(ExitCode.SCRIPT, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "%s cannot be read (%s); check its permissions".formatted(file, FailureReason.of(e)));
        }
    }
}
