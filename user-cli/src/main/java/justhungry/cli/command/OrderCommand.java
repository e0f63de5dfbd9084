package justhungry.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.shop.UserId;
import justhungry.cli.console.Console;
import justhungry.cli.terminal.OrderingTerminal;
import justhungry.cli.terminal.PersonKind;
import justhungry.client.RequestSender;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;
import justhungry.replay.report.SessionRecorder;
import justhungry.replay.report.Transcript;
import justhungry.replay.script.ScriptWriter;
import justhungry.replay.script.model.ScriptHeader;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** The command {@code order}: the ordering terminal. */
public final class OrderCommand implements CliCommand {
    private static final Option RECORD = CliOptions.value(
            "record", "FILE", "records the session, with the details you type, as a script; you order as a new person");
    private static final Option TRANSCRIPT = CliOptions.value(
            "transcript", "FILE", "with --record: also writes the results without times, as replay --transcript does");

    @Override
    public String name() {
        return "order";
    }

    @Override
    public String summary() {
        return "the ordering terminal";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLIENT;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "order",
                "order --nameserver 192.0.2.7:1099",
                "order --plain <answers.txt",
                "order --record lunch.jsonl     (then: just-hungry replay lunch.jsonl)");
    }

    @Override
    public List<Option> options() {
        return List.of(RECORD, TRANSCRIPT, CommonOptions.TRACE);
    }

    @Override
    public List<Option> refusedOptions() {
        return List.of(CommonOptions.NO_INPUT, CommonOptions.YES);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, CannotStartException {
        invocation.requireNoArguments();
        if (invocation.has(CommonOptions.NO_INPUT)) {
            throw new UsageException("the ordering terminal asks questions; use place instead");
        }
        if (invocation.has(CommonOptions.YES)) {
            throw new UsageException("the ordering terminal asks before it orders: leave --yes out, or use place");
        }
        if (invocation.has(TRANSCRIPT) && !invocation.has(RECORD)) {
            throw new UsageException("--transcript needs --record FILE");
        }
        try (var console = invocation.terminal().open(invocation.texts())) {
            return invocation.has(RECORD)
                    ? record(invocation, console)
                    : runTerminal(
                            invocation.traced(invocation.session(console), console), console, PersonKind.RETURNING);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("%s already exists: name another file".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "the terminal or the recording cannot be used (%s): add --plain, or name another file"
                            .formatted(FailureReason.withFile(e)));
        }
    }

    private static ExitCode runTerminal(RequestSender session, Console console, PersonKind kind) {
        return new OrderingTerminal(console, session, new ElsewhereHint(console), kind).run();
    }

    /** The person is new, so the script does not depend on earlier orders. */
    private static ExitCode record(CommandInvocation invocation, Console console)
            throws UsageException, CannotStartException, IOException {
        var file = Path.of(invocation.required(RECORD));
        new FileRoles()
                .write("--record", Optional.of(file))
                .write("--transcript", invocation.value(TRANSCRIPT).map(Path::of))
                .check();
        requireNew(invocation.value(TRANSCRIPT)); // before the script is created, so that a second try can create it
        var header = new ScriptHeader(Optional.of("a recorded session"), 1, 1, Optional.empty());
        try (var script = create(file);
                var transcript = transcript(invocation)) {
            console.print("Recording to %s, as a new person. The file will contain the details that you type."
                    .formatted(file));
            var session = invocation.sessionOf(UserId.of(UUID.randomUUID()), console);
            var recorder = new SessionRecorder(
                    invocation.traced(session, console),
                    new ScriptWriter(script, header),
                    Optional.ofNullable(transcript),
                    console::print);
            var exitCode = runTerminal(recorder, console, PersonKind.NEW);
            return recorder.isBroken() ? ExitCode.UNAVAILABLE : exitCode;
        }
    }

    private static @Nullable Transcript transcript(CommandInvocation invocation)
            throws CannotStartException, FileAlreadyExistsException {
        var file = invocation.value(TRANSCRIPT);
        return file.isPresent() ? new Transcript(create(Path.of(file.get()))) : null;
    }

    private static void requireNew(Optional<String> file) throws FileAlreadyExistsException {
        if (file.isPresent() && Files.exists(Path.of(file.get()))) {
            throw new FileAlreadyExistsException(file.get());
        }
    }

    private static Writer create(Path file) throws CannotStartException, FileAlreadyExistsException {
        try {
            return PrivateFile.create(file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "%s cannot be written (%s): name another file".formatted(file, FailureReason.of(e)));
        }
    }
}
