package justhungry.cli.request;

import java.util.List;

/** Where front ends are found. */
public interface Frontends {
    /** All that are known at this moment, in the order in which to try them. Empty when there is none. */
    List<FrontendLink> look();

    /** What the last look has found, in words, as {@code the name server at 127.0.0.1:1099 does not answer}. */
    String found();
}
