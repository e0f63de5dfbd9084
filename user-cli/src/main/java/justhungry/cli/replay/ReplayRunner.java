package justhungry.cli.replay;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;
import justhungry.platform.process.TemporaryFiles;
import justhungry.replay.check.Verification;
import justhungry.replay.check.history.HistoryException;
import justhungry.replay.report.HdrLog;
import justhungry.replay.report.HistoryFile;
import justhungry.replay.report.JUnitReport;
import justhungry.replay.report.RunSummary;
import justhungry.replay.report.Transcript;
import justhungry.replay.run.LoadModel;
import justhungry.replay.run.Replay;
import justhungry.replay.run.ReplayException;
import justhungry.replay.run.RunListener;
import justhungry.replay.script.Script;
import justhungry.replay.script.ScriptPlan;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.timeline.Timeline;

/** The replay of a script with its options, summary and verification. */
public final class ReplayRunner {
    private static final Path STDIN = Path.of("-");

    private final ReplayOptions options;
    private final Consumer<String> printer;

    public ReplayRunner(ReplayOptions options, Consumer<String> say) {
        this.options = options;
        this.printer = say;
    }

    /**
     * Parses the script, and runs it unless this is a dry run. When the thread is interrupted, what was measured is
     * reported and kept.
     *
     * @param results makes the further listeners to the run, for the script
     */
    public ExitCode run(Replay.ReplayTarget cluster, Function<Script, List<RunListener>> results) throws IOException {
        try {
            var script = Script.parse(options.script());
            if (options.dryRun()) {
                printer.accept(summary(script));
                ScriptPlan.lines(script).forEach(printer);
                printer.accept("Nothing was sent.");
                return ExitCode.OK;
            }
            return run(script, cluster, results.apply(script));
        } catch (ScriptException e) {
            e.messages().forEach(printer);
            return ExitCode.SCRIPT;
        } catch (CannotStartException e) {
            printer.accept(e.getMessage());
            return e.exitCode();
        }
    }

    private ExitCode run(Script script, Replay.ReplayTarget cluster, List<RunListener> results)
            throws IOException, ScriptException, CannotStartException {
        var summary = new RunSummary();
        if (options.verify() && options.history().isEmpty()) {
            var temporary = TemporaryFiles.file("just-hungry-history-", ".jsonl");
            var exitCode = ExitCode.UNAVAILABLE; // if an exception ends the run
            try {
                exitCode = run(script, cluster, results, summary, Optional.of(temporary));
                return exitCode;
            } finally {
                deleteUnlessNeeded(temporary, exitCode, summary);
            }
        }
        return run(script, cluster, results, summary, options.history());
    }

    /** A history is kept when something went wrong, for the search for the cause. */
    private void deleteUnlessNeeded(Path history, ExitCode exitCode, RunSummary summary) throws IOException {
        if (exitCode == ExitCode.OK || summary.isEmpty()) {
            Files.delete(history);
        } else {
            printKept("history", Optional.of(history));
        }
    }

    private ExitCode run(
            Script script,
            Replay.ReplayTarget cluster,
            List<RunListener> results,
            RunSummary summary,
            Optional<Path> history)
            throws IOException, ScriptException, CannotStartException {
        var sinks = new ArrayList<>(results);
        sinks.add(summary);
        sinks.addAll(files(script, history));
        var report = open(options.report(), file -> new JUnitReport(file, script.name()));
        report.ifPresent(sinks::add);
        var end = send(script, cluster, sinks, report);
        boolean hasResult = end == RunEnd.COMPLETE || !summary.isEmpty();
        if (hasResult) {
            summary.lines().forEach(printer);
        }
        if (script.requests() == 0) {
            printer.accept("warning: there is no request in %s".formatted(label(script)));
        }
        var verified = options.verify() && end.canBeVerified && hasResult
                ? verify(history.orElseThrow(), report)
                : ExitCode.OK;
        if (report.isPresent()) {
            var unused = Thread.interrupted(); // It would break off the writing, too.
            report.get().write();
        }
        var exitCode = verified != ExitCode.OK ? verified : end.exitCode;
        if (exitCode == ExitCode.INTERRUPTED && !summary.isEmpty()) {
            printKeptFiles();
        }
        return exitCode == ExitCode.OK ? exitCode(summary) : exitCode;
    }

    /** The end of a run. */
    private enum RunEnd {
        COMPLETE(ExitCode.OK, true),
        /** The cluster does not come back: the run is still reported and verified up to there. */
        BROKEN_OFF(ExitCode.UNAVAILABLE, true),
        /** An output cannot be written, which may be the history. */
        NOT_WRITTEN(ExitCode.UNAVAILABLE, false),
        /** Ctrl-C: whoever types it does not want to wait for a verification. */
        INTERRUPTED(ExitCode.INTERRUPTED, false);

        private final ExitCode exitCode;
        private final boolean canBeVerified;

        RunEnd(ExitCode exitCode, boolean canBeVerified) {
            this.exitCode = exitCode;
            this.canBeVerified = canBeVerified;
        }
    }

    private RunEnd send(
            Script script, Replay.ReplayTarget cluster, List<RunListener> sinks, Optional<JUnitReport> report)
            throws ScriptException {
        var looks = options.verify() ? Replay.AuditMode.BEFORE_AND_AFTER : Replay.AuditMode.NONE;
        try {
            new Replay(script, cluster, LoadModel.of(script.header(), options.rate())).run(sinks, looks);
            return RunEnd.COMPLETE;
        } catch (ReplayException e) {
            printBrokenOff(String.valueOf(e.getMessage()), report);
            return RunEnd.BROKEN_OFF;
        } catch (IOException e) {
            printBrokenOff(
                    "an output of the run cannot be written (%s): free up space, or name another file. The other outputs are complete"
                            .formatted(FailureReason.withFile(e)),
                    report);
            return RunEnd.NOT_WRITTEN;
        } catch (InterruptedException e) {
            printBrokenOff("The run was interrupted: the rest of the script was not sent.", report);
            return RunEnd.INTERRUPTED;
        }
    }

    private void printBrokenOff(String message, Optional<JUnitReport> report) {
        printer.accept(message);
        report.ifPresent(file -> file.onBrokenOff(message));
    }

    private void printKeptFiles() {
        printKept("history", options.history());
        printKept("timeline", options.timeline());
        printKept("transcript", options.transcript());
        printKept("latencies", options.hdr());
        printKept("report", options.report());
    }

    private void printKept(String what, Optional<Path> file) {
        file.ifPresent(path -> printer.accept("%-10s kept as %s".formatted(what, path)));
        file.filter(any -> what.equals("history"))
                .ifPresent(path -> printer.accept("           to verify it: just-hungry verify %s".formatted(path)));
    }

    /** Opens the files. Nothing is sent when one of them cannot be written. */
    private List<RunListener> files(Script script, Optional<Path> history) throws CannotStartException {
        var files = new ArrayList<RunListener>();
        open(options.transcript(), file -> new Transcript(Files.newBufferedWriter(file)))
                .ifPresent(files::add);
        open(options.timeline(), file -> new Timeline(file, script.name())).ifPresent(files::add);
        open(options.hdr(), HdrLog::new).ifPresent(files::add);
        open(history, file -> new HistoryFile(file, script.name())).ifPresent(files::add);
        return files;
    }

    private interface FileOpener<T> {
        T open(Path file) throws IOException;
    }

    private static <T> Optional<T> open(Optional<Path> file, FileOpener<T> opener) throws CannotStartException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(opener.open(file.get()));
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "%s cannot be written (%s): name another file; nothing was sent"
                            .formatted(file.get(), FailureReason.of(e)));
        }
    }

    private ExitCode verify(Path history, Optional<JUnitReport> report) throws IOException {
        try {
            var verdict = Verification.of(history);
            print(verdict.text());
            report.ifPresent(file -> file.onVerified(verdict.passed(), verdict.text()));
            return verdict.passed() ? ExitCode.OK : ExitCode.EXPECTATION;
        } catch (ClosedByInterruptException e) {
            var unused = Thread.interrupted(); // It would break off what is still to be written.
            var message = "The verification was interrupted.";
            printer.accept(message);
            report.ifPresent(file -> file.onVerified(false, List.of(message)));
            return ExitCode.INTERRUPTED;
        } catch (HistoryException e) {
            throw new IllegalStateException("a history that was just written does not parse", e);
        }
    }

    /** The first figure is larger than that of the summary above, and says why. */
    private void print(List<String> verdict) {
        printer.accept(verdict.get(0) + "  (the script's, plus those that read the state before and after)");
        verdict.subList(1, verdict.size()).forEach(printer);
    }

    private static ExitCode exitCode(RunSummary summary) {
        if (summary.mismatches() > 0) {
            return ExitCode.EXPECTATION;
        }
        return summary.unanswered() > 0 ? ExitCode.UNAVAILABLE : ExitCode.OK;
    }

    private String summary(Script script) {
        return "%s is valid: %s by %s, from %s%s%s."
                .formatted(
                        label(script),
                        counted(script.requests(), "request"),
                        counted(script.users().size(), "user"),
                        counted(script.header().clients(), "client"),
                        script.header().rate().map(rate -> ", at " + rate).orElse(""),
                        script.hasFaults() ? ", with faults" : "");
    }

    private static String counted(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private String label(Script script) {
        return options.script().equals(STDIN)
                ? script.name()
                : options.script().getFileName().toString();
    }
}
