package justhungry.frontend.failover;

import java.util.List;
import justhungry.api.cluster.View;

/** The log of the failover's changes of state: each is logged once, however often it is found again. */
final class TransitionLog {
    private String last = "";

    void log(View view, String what, List<FailoverEffect> effects) {
        var transition = "epoch=%d: %s".formatted(view.epoch(), what);
        if (!transition.equals(last)) {
            last = transition;
            effects.add(new FailoverEffect.Log(transition));
        }
    }
}
