package justhungry.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import justhungry.api.cluster.Member;

/** The calls of one primary that have no answer yet: there is never more than one to the same back end. */
final class CallsInProgress {
    private final Map<Member, Long> calls = new HashMap<>();

    void begin(Member to, long call) {
        var other = calls.putIfAbsent(to, call);
        if (other != null) {
            throw new AssertionError("call %d to %s begins while call %d is in progress".formatted(call, to, other));
        }
    }

    void end(Member to, long call) {
        calls.remove(to, call);
    }

    void cancel(Member to) {
        calls.remove(to);
    }

    /** The primary forgets those that are gone, with their calls. */
    void keep(Collection<Member> registered) {
        calls.keySet().retainAll(registered);
    }

    void clear() {
        calls.clear();
    }
}
