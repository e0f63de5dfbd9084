package justhungry.frontend.failover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import org.jspecify.annotations.Nullable;

/** The way of requests: to a primary, into waiting, or to a refusal; and the lanes on which none may be sent. */
final class RequestFlow {
    private final Set<String> cutLanes = new HashSet<>();
    private FlowState state = FlowState.HELD;
    private @Nullable BackendRegistration target;

    private enum FlowState {
        OPEN,
        HELD,
        REFUSED
    }

    boolean isOpen() {
        return state == FlowState.OPEN;
    }

    /** Whether requests are sent to this process, by this stub; the age of its data changes with each registration. */
    boolean isOpenTo(BackendRegistration primary) {
        return isOpen() && target != null && primary.isSameReceiverAs(target);
    }

    boolean isRefused() {
        return state == FlowState.REFUSED;
    }

    void open(View view, BackendRegistration primary, List<FailoverEffect> effects) {
        state = FlowState.OPEN;
        target = primary;
        effects.add(new FailoverEffect.OpenRoute(view, primary));
    }

    void hold(View view, List<FailoverEffect> effects) {
        state = FlowState.HELD;
        effects.add(new FailoverEffect.HoldRequests(view));
    }

    void refuse(View view, Reply.NotExecuted refusal, List<FailoverEffect> effects) {
        state = FlowState.REFUSED;
        effects.add(new FailoverEffect.RefuseRequests(view, refusal));
    }

    /** Ends the requests that hang at a back end. */
    void cutLane(Member backend, List<FailoverEffect> effects) {
        cutLanes.add(backend.name());
        effects.add(new FailoverEffect.CutLane(backend.name()));
    }

    /** The back end has been seen alive. */
    void allowLane(BackendRegistration backend, List<FailoverEffect> effects) {
        if (cutLanes.remove(backend.name())) {
            effects.add(new FailoverEffect.AllowLane(backend.name()));
        }
    }

    boolean isCut(BackendRegistration backend) {
        return cutLanes.contains(backend.name());
    }
}
