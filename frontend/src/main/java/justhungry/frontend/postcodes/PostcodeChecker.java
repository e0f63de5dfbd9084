package justhungry.frontend.postcodes;

import java.time.InstantSource;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** The check that decides whether contact details with a given postcode may be saved. */
public interface PostcodeChecker extends AutoCloseable {
    /** The public service; anyone can run another one. */
    HttpUrl PUBLIC_SERVICE = HttpUrl.get("https://api.postcodes.io");

    /**
     * Checks a postcode as a person typed it. Blocks for 6 s at most, and throws nothing: a service that cannot be
     * understood is a result too.
     */
    PostcodeResult check(String postcode);

    /** The present way of checking and the last answer of the service, in words for a person. */
    String describe();

    /** Ends what runs in the background. */
    @Override
    default void close() {}

    /**
     * A check that asks a service, and refuses postcodes that could not be checked.
     *
     * @param service the base address, which may have a path
     * @param clock the clock of the answers' age; it must not jump, as the time of day does
     * @param log takes a sentence each time the service begins or ceases to answer
     */
    static PostcodeChecker online(HttpUrl service, InstantSource clock, Consumer<String> log) {
        return new OnlinePostcodeChecker(new PostcodeService(service, clock, log, OnlinePostcodeChecker.CONSEQUENCE));
    }

    /** A check of the format only. */
    static PostcodeChecker offline() {
        return new OfflinePostcodeChecker();
    }

    /**
     * A check that asks a service while it can be reached, and checks the format only while it cannot; then it probes the
     * service now and then, on a thread of its own.
     *
     * @param clock the clock of the answers' age; it must not jump, as the time of day does
     * @param log takes a sentence each time the service begins or ceases to answer
     */
    static PostcodeChecker auto(HttpUrl service, InstantSource clock, Consumer<String> log) {
        return new AutoPostcodeChecker(
                new PostcodeService(service, clock, log, AutoPostcodeChecker.CONSEQUENCE),
                DelayedTasks.onThread("postcode-probe"));
    }
}
