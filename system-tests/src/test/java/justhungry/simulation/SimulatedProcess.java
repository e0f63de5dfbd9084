package justhungry.simulation;

import java.util.ArrayList;
import java.util.List;

/** A process that can crash, be paused and be resumed. */
abstract class SimulatedProcess implements SimulatedNetwork.Endpoint {
    private final String name;
    private final List<Runnable> backlog = new ArrayList<>();
    private boolean up = true;
    private boolean paused;
    private int life;

    SimulatedProcess(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isUp() {
        return up;
    }

    final boolean isPaused() {
        return paused;
    }

    /** The number of restarts: actions that were planned before the last one do not happen. */
    final int life() {
        return life;
    }

    @Override
    public void deliver(Runnable work) {
        doNowOrLater(work);
    }

    private void doNowOrLater(Runnable work) {
        if (paused) {
            backlog.add(work);
        } else if (up) {
            work.run();
        }
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        var waited = List.copyOf(backlog);
        backlog.clear();
        waited.forEach(this::doNowOrLater);
    }

    void crash() {
        up = false;
        paused = false;
        backlog.clear();
        life++;
    }

    void restart() {
        up = true;
    }
}
