package justhungry.api.cluster;

import java.util.regex.Pattern;
import justhungry.api.codec.Preconditions;

/** The rule for the names of back ends and front ends. */
public final class NodeNames {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private NodeNames() {}

    /**
     * Returns the name if it is valid.
     *
     * @throws IllegalArgumentException when it is not 1 to 40 lower-case letters, digits and hyphens after a letter
     */
    public static String require(String name) {
        Preconditions.require(
                NAME.matcher(name).matches(),
                "not a name: use 1 to 40 lower-case letters, digits and hyphens, beginning with a letter, like server1");
        return name;
    }
}
