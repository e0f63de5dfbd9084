package justhungry.frontend.postcodes;

import java.time.InstantSource;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** Decides whether contact details with a given postcode may be saved. */
public interface Postcodes {
    /** The public service; anybody may run another one. */
    HttpUrl PUBLIC_SERVICE = HttpUrl.get("https://api.postcodes.io");

    /**
     * Judges a postcode as a person typed it. Blocks for 3 s at most, and throws nothing: a service that cannot be
     * understood is a verdict too.
     */
    Verdict check(String postcode);

    /** How postcodes are checked at present, in words for a person. */
    String describe();

    /**
     * Asks a service every time, and refuses what it cannot ask.
     *
     * @param service the base address, which may have a path
     */
    static Postcodes online(HttpUrl service) {
        return new OnlinePostcodes(new PostcodeService(service));
    }

    /** Checks the shape only. */
    static Postcodes offline() {
        return new OfflinePostcodes();
    }

    /**
     * Asks a service while it can be reached, and checks the shape only while it cannot; then it tries the service again
     * now and then.
     *
     * @param clock decides when to try again; it must not jump, as the time of day does
     * @param changes is told, in a sentence for the log, each time it goes offline or online
     */
    static Postcodes auto(HttpUrl service, InstantSource clock, Consumer<String> changes) {
        return new AutoPostcodes(new PostcodeService(service), clock, changes);
    }
}
