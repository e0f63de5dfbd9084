package justhungry.frontend.server;

import justhungry.api.Reply;
import justhungry.api.View;

/** What became of looking for a primary. */
sealed interface Finding {
    /** There is a newer view, by this front end's doing or another's. */
    record Moved(View view) implements Finding {}

    /** The view's primary is well, whatever made one suspect it. */
    record Unchanged() implements Finding {}

    /** Nobody can be promoted now. */
    record Nobody(Reply.NotExecuted refusal) implements Finding {}

    /** Somebody could be promoted, but the view register cannot be asked. */
    record RegisterAway() implements Finding {}
}
