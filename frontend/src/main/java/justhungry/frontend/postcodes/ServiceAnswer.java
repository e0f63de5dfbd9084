package justhungry.frontend.postcodes;

import java.util.OptionalInt;

/**
 * The service's answer about a postcode.
 *
 * @param closedIn the year in which a postcode that exists no longer was closed, if it is known
 */
record ServiceAnswer(boolean exists, OptionalInt closedIn) {
    static final ServiceAnswer EXISTS = new ServiceAnswer(true, OptionalInt.empty());
    static final ServiceAnswer UNKNOWN = new ServiceAnswer(false, OptionalInt.empty());

    /** @param typed the postcode as the person typed it */
    PostcodeResult result(String typed) {
        if (exists) {
            return new PostcodeResult.Accepted();
        }
        return new PostcodeResult.NoSuchPostcode(
                closedIn.isPresent()
                        ? "the postcode '%s' was closed in %d; type the one that is used now"
                                .formatted(typed, closedIn.getAsInt())
                        : unknown(typed));
    }

    private static String unknown(String typed) {
        return PostcodeFormat.knownCode(typed)
                .orElseGet(() -> PostcodeFormat.matches(typed)
                        ? "there is no postcode '%s'; check it and type it again".formatted(typed)
                        : PostcodeFormat.malformed(typed));
    }
}
