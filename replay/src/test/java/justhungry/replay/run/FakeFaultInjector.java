package justhungry.replay.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import justhungry.replay.script.model.FaultType;

/**
 * A fake injector whose faults do nothing; a test decides what happens meanwhile. The cluster has server1 and server2.
 */
final class FakeFaultInjector implements FaultInjector {
    private final List<String> injected = new ArrayList<>();
    private Callable<?> meanwhile = () -> Optional.empty();
    private Runnable lookUp = () -> {};
    private int failuresLeft;

    /** Sets the number of injections that find no target. */
    void failFirst(int times) {
        failuresLeft = times;
    }

    /** Sets an action that runs while the target is looked up. */
    void duringLookUp(Runnable action) {
        lookUp = action;
    }

    /** Sets an action that runs during each injection. */
    void meanwhile(Callable<?> action) {
        meanwhile = action;
    }

    synchronized List<String> injected() {
        return List.copyOf(injected);
    }

    @Override
    public boolean hasProcess(String name) {
        return List.of("server1", "server2").contains(name);
    }

    @Override
    public List<String> inject(FaultType fault, String target, Consumer<List<String>> beforeInjection)
            throws TargetUnavailableException {
        if (failuresLeft-- > 0) {
            throw new TargetUnavailableException("there is no primary yet");
        }
        lookUp.run();
        var names = List.of(target.equals("primary") ? "server1" : target);
        beforeInjection.accept(names);
        note(fault.label() + " " + target);
        try {
            meanwhile.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // whatever a test's action may throw
            throw new AssertionError(e);
        }
        return names;
    }

    private synchronized void note(String fault) {
        injected.add(fault);
    }
}
