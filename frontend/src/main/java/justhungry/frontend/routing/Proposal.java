package justhungry.frontend.routing;

import justhungry.api.View;

/** What a front end should do about the view, given what the back ends answered. */
public sealed interface Proposal {
    /** Propose {@code next} to the view register. */
    record Propose(View next) implements Proposal {}

    /** The view's primary acts as primary: there is nothing to do, whatever made one suspect it. */
    record Stay() implements Proposal {}

    /** Nobody can be promoted yet; that mends itself when more back ends answer. {@code why} is for a person. */
    record Wait(String why) implements Proposal {}

    /** Nobody may be promoted until a person has decided. {@code why} is for that person. */
    record Refuse(String why) implements Proposal {}
}
