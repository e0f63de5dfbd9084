package justhungry.client;

import java.util.List;

/** A locator of front ends. */
public interface FrontendLocator {
    /** All known front ends, in the order in which to try them. Empty when there is none. */
    List<FrontendHandle> locate();

    /** The result of the last search, in words, like {@code the name server at 127.0.0.1:1099 does not answer}. */
    String lastResult();
}
