package justhungry.cli.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.shop.Request;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputInterruptedException;
import justhungry.cli.console.TextStyle;
import justhungry.client.RequestOutcome;
import justhungry.client.RequestSender;
import org.jspecify.annotations.Nullable;

/**
 * A sender of requests whose person can act while one waits: extra commands are obeyed, and Ctrl-C gives the request up. The
 * daemon thread {@code request} sends them, one after the other. Belongs to the thread of the terminal.
 */
final class AttendedRequests implements AutoCloseable {
    /** The time after which commands are read. Most requests are answered by then, and what is typed ahead is an answer. */
    private static final Duration QUIET_TIME = Duration.ofSeconds(1);

    /** The time in which a request that only waits for its next attempt ends, once it is given up. */
    private static final Duration GIVE_UP_TIME = Duration.ofMillis(500);

    private final RequestSender sender;
    private final Console console;
    private final ExtraCommands commands;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::newThread);
    private @Nullable Thread thread;

    AttendedRequests(RequestSender sender, Console console, ExtraCommands commands) {
        this.sender = sender;
        this.console = console;
        this.commands = commands;
    }

    /**
     * Sends the request, and waits for its outcome.
     *
     * @return the outcome; empty when an update was given up, and it is not known whether it will take effect
     * @throws InputInterruptedException when a request was given up that has changed nothing
     */
    Optional<RequestOutcome> send(Request request) {
        var outcome = CompletableFuture.supplyAsync(() -> sender.send(request), executor);
        try {
            if (!endsWithin(QUIET_TIME, outcome)) {
                attend(outcome);
            }
        } catch (InterruptedException | InputInterruptedException e) {
            return giveUp(request, outcome);
        }
        return Optional.of(result(outcome));
    }

    private void attend(CompletableFuture<RequestOutcome> outcome) {
        commands.repairs().forEach(line -> console.print(TextStyle.FAINT, line));
        while (!outcome.isDone()) {
            console.readUntil(outcome, commands::isCommand).ifPresent(commands::execute);
        }
    }

    private Optional<RequestOutcome> giveUp(Request request, CompletableFuture<RequestOutcome> outcome) {
        console.dropTypedAhead();
        if (thread != null) {
            thread.interrupt();
        }
        var settled = settled(outcome);
        boolean changedNothing = !request.isUpdate()
                || settled.filter(RequestOutcome.Unreachable.class::isInstance).isPresent();
        if (changedNothing) {
            throw new InputInterruptedException();
        }
        return settled;
    }

    private static Optional<RequestOutcome> settled(CompletableFuture<RequestOutcome> outcome) {
        try {
            return endsWithin(GIVE_UP_TIME, outcome) ? Optional.of(result(outcome)) : Optional.empty();
        } catch (InterruptedException e) {
            return Optional.empty();
        }
    }

    private static boolean endsWithin(Duration time, CompletableFuture<RequestOutcome> outcome)
            throws InterruptedException {
        try {
            var unused = outcome.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static RequestOutcome result(CompletableFuture<RequestOutcome> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Thread newThread(Runnable sending) {
        var made = new Thread(sending, "request");
        made.setDaemon(true);
        thread = made;
        return made;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
