package justhungry.frontend.server;

import justhungry.api.client.Reply;
import justhungry.api.cluster.View;

/** The result of a search for a primary. */
sealed interface SearchResult {
    /** The result that there is a newer view, made by this front end or another. */
    record NewerView(View view) implements SearchResult {}

    /** The result that the view's primary is alive, whatever the reason to suspect it. */
    record PrimaryAlive() implements SearchResult {}

    /** The result that no back end can be promoted now. */
    record NoPrimary(Reply.NotExecuted refusal) implements SearchResult {}

    /** The result that a back end could be promoted, but the view register does not answer. */
    record RegisterUnavailable() implements SearchResult {}
}
