package justhungry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Directory;

/** The view register, durable, and the leases, which are lost with the process. */
final class SimulatedNameServer extends SimulatedProcess {
    private final SimulationScheduler simulation;
    private final Consumer<View> onAccepted;
    private final TreeMap<Member, Long> leaseEnds = new TreeMap<>();
    private View current = View.NONE;

    SimulatedNameServer(SimulationScheduler simulation, Consumer<View> onAccepted) {
        super("nameserver");
        this.simulation = simulation;
        this.onAccepted = onAccepted;
    }

    View current() {
        return current;
    }

    boolean propose(View expected, View next) {
        if (!expected.equals(current) || next.epoch() != current.epoch() + 1) {
            return false;
        }
        assertThat(next.inSync()).as("the in-sync set never shrinks below two").hasSizeGreaterThanOrEqualTo(2);
        current = next;
        onAccepted.accept(next);
        return true;
    }

    List<Member> register(Member member) {
        leaseEnds.put(member, simulation.now().plus(Directory.LEASE).toNanos());
        return registered();
    }

    List<Member> registered() {
        leaseEnds.values().removeIf(end -> end < simulation.now().toNanos());
        return new ArrayList<>(leaseEnds.keySet());
    }

    @Override
    void crash() {
        super.crash();
        leaseEnds.clear();
    }
}
