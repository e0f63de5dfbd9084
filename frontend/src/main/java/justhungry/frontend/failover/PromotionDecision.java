package justhungry.frontend.failover;

import justhungry.api.cluster.View;

/** The decision of a front end about the view, given the back ends' answers. */
public sealed interface PromotionDecision {
    /** The decision to propose {@code next} to the view register. */
    record NextView(View next) implements PromotionDecision {}

    /** The decision to do nothing: the view's primary acts as primary, whatever the reason to suspect it. */
    record PrimaryHealthy() implements PromotionDecision {}

    /** The decision to wait: no back end can be promoted until more of them answer. The reason is for a person. */
    record NotYet(String reason) implements PromotionDecision {}

    /** The decision to leave it to an operator: no back end may be promoted until then. The reason is for that person. */
    record NeedsOperator(String reason) implements PromotionDecision {}
}
