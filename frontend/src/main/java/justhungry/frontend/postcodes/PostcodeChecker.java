package justhungry.frontend.postcodes;

import java.time.InstantSource;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** The check that decides whether contact details with a given postcode may be saved. */
public interface PostcodeChecker {
    /** The public service; anyone can run another one. */
    HttpUrl PUBLIC_SERVICE = HttpUrl.get("https://api.postcodes.io");

    /**
     * Checks a postcode as a person typed it. Blocks for 3 s at most, and throws nothing: a service that cannot be
     * understood is a result too.
     */
    PostcodeResult check(String postcode);

    /** The present way of checking, in words for a person. */
    String describe();

    /**
     * A check that asks a service every time, and refuses postcodes that could not be checked.
     *
     * @param service the base address, which may have a path
     */
    static PostcodeChecker online(HttpUrl service) {
        return new OnlinePostcodeChecker(new PostcodeService(service));
    }

    /** A check of the format only. */
    static PostcodeChecker offline() {
        return new OfflinePostcodeChecker();
    }

    /**
     * A check that asks a service while it can be reached, and checks the format only while it cannot; then it probes the
     * service now and then.
     *
     * @param clock the clock of the probes; it must not jump, as the time of day does
     * @param changes takes a sentence for the log each time it goes offline or online
     */
    static PostcodeChecker auto(HttpUrl service, InstantSource clock, Consumer<String> changes) {
        return new AutoPostcodeChecker(new PostcodeService(service), clock, changes);
    }
}
