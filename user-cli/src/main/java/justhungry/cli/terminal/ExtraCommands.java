package justhungry.cli.terminal;

import java.util.List;

/** Extra commands at the menu's prompt, like the {@code kill primary} of a demonstration. */
@FunctionalInterface
public interface ExtraCommands {
    /** None. */
    ExtraCommands NONE = line -> false;

    /**
     * Executes a line, in the terminal's thread, and prints the result.
     *
     * @return whether the line is one of these commands
     */
    boolean execute(String line);

    /** Whether a line is a command, or a mistyped one, also while a request waits: it is never an answer to a question. */
    default boolean isCommand(String line) {
        return false;
    }

    /** Whether a cluster that does not answer can be repaired with these commands. */
    default boolean canRepair() {
        return false;
    }

    /** The lines that say which processes are broken, and how to repair them; empty when none is. */
    default List<String> repairs() {
        return List.of();
    }

    /** What to type to see the state of the cluster. */
    default String statusCommand() {
        return "just-hungry status, in another terminal";
    }

    /** The words that can be typed, for completion and suggestions. Called at each prompt. */
    default List<String> names() {
        return List.of();
    }

    /** The lines that the menu shows below its own entries. */
    default List<String> hints() {
        return List.of();
    }

    /** The lines that explain these commands. */
    default List<String> help() {
        return List.of();
    }
}
