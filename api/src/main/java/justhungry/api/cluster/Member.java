package justhungry.api.cluster;

import java.io.Serializable;
import java.util.UUID;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * A back end's name with the incarnation of its data directory.
 *
 * @param name the back end's name: lower-case letters, digits and hyphens, beginning with a letter
 * @param incarnation created with the data directory and lost with it
 */
public record Member(@Tag(1) String name, @Tag(2) UUID incarnation) implements Serializable, Comparable<Member> {
    public Member {
        Preconditions.present("a member's incarnation", incarnation);
        NodeNames.require(name);
    }

    @Override
    public int compareTo(Member other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : incarnation.compareTo(other.incarnation);
    }

    @Override
    public String toString() {
        return name + "~" + incarnation.toString().substring(0, 4);
    }
}
