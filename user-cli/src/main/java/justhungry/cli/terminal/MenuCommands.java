package justhungry.cli.terminal;

import java.util.List;

/** Extra commands at the menu's prompt, like the {@code kill primary} of a demonstration. */
public interface MenuCommands {
    /** None. */
    MenuCommands NONE = new MenuCommands() {
        @Override
        public boolean handle(String line) {
            return false;
        }

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public List<String> hint() {
            return List.of();
        }
    };

    /**
     * Executes a line, in the terminal's thread, and prints the result.
     *
     * @return whether the line is one of these commands
     */
    boolean handle(String line);

    /** The words that can be typed, for completion and suggestions. Called at each prompt. */
    List<String> names();

    /** The lines that the menu shows below its own entries. */
    List<String> hint();
}
