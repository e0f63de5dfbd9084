package justhungry.replay.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import justhungry.replay.script.model.Fault;

/**
 * A fake injector whose faults do nothing; a test decides what happens meanwhile. The cluster has server1 and server2.
 */
final class FakeFaults implements FaultInjector {
    private final List<String> struck = new ArrayList<>();
    private Callable<?> meanwhile = () -> Optional.empty();
    private int notNow;

    /** Sets the number of injections that find no target. */
    void areNotReady(int times) {
        notNow = times;
    }

    /** Sets an action that runs during each injection. */
    void meanwhile(Callable<?> action) {
        meanwhile = action;
    }

    synchronized List<String> struck() {
        return List.copyOf(struck);
    }

    @Override
    public boolean knows(String name) {
        return List.of("server1", "server2").contains(name);
    }

    @Override
    public List<String> strike(Fault fault, String target) throws NotNowException {
        if (notNow-- > 0) {
            throw new NotNowException("there is no primary yet");
        }
        note(fault.word() + " " + target);
        try {
            meanwhile.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // whatever a test's action may throw
            throw new AssertionError(e);
        }
        return List.of(target.equals("primary") ? "server1" : target);
    }

    private synchronized void note(String fault) {
        struck.add(fault);
    }
}
