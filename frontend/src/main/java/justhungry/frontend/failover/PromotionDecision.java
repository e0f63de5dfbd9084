package justhungry.frontend.failover;

import justhungry.api.cluster.View;

/** The decision of a front end about the view, given the back ends' answers. */
public sealed interface PromotionDecision {
    void accept(Visitor visitor);

    /** The consequences, one for each decision. */
    interface Visitor {
        void onNextView(View next);

        void onPrimaryHealthy();

        void onNotYet(String reason);

        void onNeedsOperator(String reason);
    }

    /** The decision to propose {@code next} to the view register. */
    record NextView(View next) implements PromotionDecision {
        @Override
        public void accept(Visitor visitor) {
            visitor.onNextView(next);
        }
    }

    /** The decision to do nothing: the view's primary acts as primary, whatever the reason to suspect it. */
    record PrimaryHealthy() implements PromotionDecision {
        @Override
        public void accept(Visitor visitor) {
            visitor.onPrimaryHealthy();
        }
    }

    /** The decision to wait: no back end can be promoted until more of them answer. The reason is for a person. */
    record NotYet(String reason) implements PromotionDecision {
        @Override
        public void accept(Visitor visitor) {
            visitor.onNotYet(reason);
        }
    }

    /** The decision to leave it to an operator: no back end may be promoted until then. The reason is for that person. */
    record NeedsOperator(String reason) implements PromotionDecision {
        @Override
        public void accept(Visitor visitor) {
            visitor.onNeedsOperator(reason);
        }
    }
}
