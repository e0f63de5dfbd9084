package justhungry.replay.script.model;

import java.util.Optional;

/**
 * The first line of a script.
 *
 * @param name of the script, for people; without it, the file's name is used
 * @param seed of the random arrival times of an open loop
 * @param clients the number of clients that share a repeat, 1 to {@link #MAX_CLIENTS}
 * @param rate of an open loop; without it, the loop is closed: a client sends when its last request is answered
 */
public record ScriptHeader(Optional<String> name, long seed, int clients, Optional<RequestRate> rate) {
    /** The version of the format that this program reads. */
    public static final int VERSION = 1;

    /**
     * The maximum number of clients of a script; a front end accepts only some hundreds of connections from one
     * address.
     */
    public static final int MAX_CLIENTS = 256;

    /** The maximum number of characters of a name. */
    public static final int MAX_NAME_CHARS = 100;

    public static final long DEFAULT_SEED = 1;
    public static final int DEFAULT_CLIENTS = 1;

    public ScriptHeader {
        if (clients < 1 || clients > MAX_CLIENTS) {
            throw new IllegalArgumentException(
                    "clients is %d; it must be from 1 to %d".formatted(clients, MAX_CLIENTS));
        }
        name.ifPresent(ScriptHeader::requireName);
    }

    public static String requireName(String name) {
        if (name.isBlank()
                || name.codePointCount(0, name.length()) > MAX_NAME_CHARS
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a script's name must have 1 to %d characters and no control characters".formatted(MAX_NAME_CHARS));
        }
        return name;
    }
}
