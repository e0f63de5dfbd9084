package justhungry.cli.request;

import java.time.Duration;

/** What a person who waits for an answer is told. */
public interface Progress {
    /** A call takes longer than usual. Called by another thread than the one that waits. */
    void stillWorking();

    /** It is not known whether an update took effect; it is asked again with the same id. */
    void checkingOutcome();

    /**
     * No front end has answered; a pause follows.
     *
     * @param attempt 1 for the first one that follows
     * @param attempts how many there are
     */
    void tryingAgain(int attempt, int attempts, Duration pause);

    /** For a program that nobody watches. */
    Progress SILENT = new Progress() {
        @Override
        public void stillWorking() {}

        @Override
        public void checkingOutcome() {}

        @Override
        public void tryingAgain(int attempt, int attempts, Duration pause) {}
    };
}
