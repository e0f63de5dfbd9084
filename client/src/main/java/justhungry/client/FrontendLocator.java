package justhungry.client;

import java.util.List;

/** A locator of front ends. */
public interface FrontendLocator {
    /** All known front ends, in the order in which to try them. Empty when there is none. */
    List<FrontendHandle> locate();

    /** The result of the last search. */
    SearchResult lastResult();
}
