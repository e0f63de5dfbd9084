package justhungry.cli.terminal;

import java.util.List;

/** Commands that the menu's prompt knows beside its own, as a demonstration's {@code kill primary}. */
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
     * Carries a line out, in the terminal's thread, and says itself what became of it.
     *
     * @return whether the line is one of these commands; the menu says so when nobody knows it
     */
    boolean handle(String line);

    /** What can be typed, for completion and for suggestions. Asked again at each prompt. */
    List<String> names();

    /** Lines that the menu shows below its own entries. */
    List<String> hint();
}
