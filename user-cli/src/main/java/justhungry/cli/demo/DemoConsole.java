package justhungry.cli.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;

/** The demo's console: servers can be broken and repaired in the middle of an order, at every question. */
record DemoConsole(Console console, DemoMenu commands) implements Console {
    @Override
    public String read(String prompt, List<String> completions) {
        return answer(() -> console.read(prompt, completions));
    }

    @Override
    public String readCommand(String prompt, List<String> completions) {
        return answer(() -> console.readCommand(prompt, completions));
    }

    private String answer(Supplier<String> reading) {
        while (true) {
            var line = reading.get();
            if (!commands.isCommand(line)) {
                return line;
            }
            commands.execute(line);
        }
    }

    @Override
    public Optional<String> readUntil(CompletableFuture<?> end, Predicate<String> isWanted) {
        return console.readUntil(end, isWanted);
    }

    @Override
    public void dropTypedAhead() {
        console.dropTypedAhead();
    }

    @Override
    public void interruptOnCtrlC(Thread worker) {
        console.interruptOnCtrlC(worker);
    }

    @Override
    public void print(TextStyle tone, String text) {
        console.print(tone, text);
    }

    @Override
    public int columns() {
        return console.columns();
    }

    @Override
    public void close() {
        console.close();
    }
}
