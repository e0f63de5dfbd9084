package justhungry.frontend.server;

import justhungry.api.client.Reply;
import justhungry.api.cluster.View;

/** The result of a search for a primary. */
sealed interface Finding {
    /** The result that there is a newer view, made by this front end or another. */
    record Moved(View view) implements Finding {}

    /** The result that the view's primary is alive, whatever the reason to suspect it. */
    record Unchanged() implements Finding {}

    /** The result that no back end can be promoted now. */
    record Nobody(Reply.NotExecuted refusal) implements Finding {}

    /** The result that a back end could be promoted, but the view register does not answer. */
    record RegisterAway() implements Finding {}
}
