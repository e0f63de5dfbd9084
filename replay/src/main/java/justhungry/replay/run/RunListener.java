package justhungry.replay.run;

import java.io.Closeable;
import java.io.IOException;

/** A receiver of a run's events, on one thread, roughly in the order of their times. It names those that concern it. */
public interface RunListener extends Closeable {
    /** Called for each event; by default it is passed on to the method for its kind. */
    default void onEvent(RunEvent event) throws IOException {
        event.deliverTo(this);
    }

    default void onStartDelayed(RunEvent.StartDelayed event) throws IOException {}

    default void onRequestCompleted(RequestRecord request) throws IOException {}

    default void onPollAnswered(RequestRecord request) throws IOException {}

    default void onAuditAnswered(RequestRecord request) throws IOException {}

    default void onFaultStarting(RunEvent.FaultStarting event) throws IOException {}

    default void onFaultInjected(RunEvent.FaultInjected event) throws IOException {}

    default void onStatusChanged(RunEvent.StatusChanged event) throws IOException {}

    default void onStillWaiting(RunEvent.StillWaiting event) throws IOException {}

    default void onRepeatStarted(RunEvent.RepeatStarted event) throws IOException {}

    default void onRepeatEnded(RunEvent.RepeatEnded event) throws IOException {}

    /** Called when there are no events for a moment: output that was buffered for speed can be shown. */
    default void onIdle() throws IOException {}

    @Override
    default void close() throws IOException {}
}
