package justhungry.cli.terminal;

import java.util.List;

/** Extra commands at the menu's prompt, like the {@code kill primary} of a demonstration. */
public interface ExtraCommands {
    /** None. */
    ExtraCommands NONE = new ExtraCommands() {
        @Override
        public boolean execute(String line) {
            return false;
        }

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public List<String> hints() {
            return List.of();
        }
    };

    /**
     * Executes a line, in the terminal's thread, and prints the result.
     *
     * @return whether the line is one of these commands
     */
    boolean execute(String line);

    /** The words that can be typed, for completion and suggestions. Called at each prompt. */
    List<String> names();

    /** The lines that the menu shows below its own entries. */
    List<String> hints();
}
