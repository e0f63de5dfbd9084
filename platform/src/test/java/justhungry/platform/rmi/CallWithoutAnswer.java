package justhungry.platform.rmi;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;

/**
 * The main of another process, whose calls may take half a second: it calls itself, never answers, and prints the end. What
 * was not executed is called again: a handshake may take too long on a busy machine.
 */
final class CallWithoutAnswer {
    private CallWithoutAnswer() {}

    public static void main(String[] args) throws Exception {
        RmiProcess.configure(RmiProcess.LOOPBACK, Duration.ofMillis(500));
        var never = new CountDownLatch(1);
        Backend silent = new UntracedBackend(batch -> {
            awaitUninterrupted(never);
            return new Batch.Replies(0, List.of());
        });
        try (var exported = ExportedObject.export(silent, RmiProcess.LOOPBACK, 0, new Lane("silent", "requests"))) {
            var failure = failureOf(exported.stub());
            while (RmiFailures.notExecuted(failure)) {
                failure = failureOf(exported.stub());
            }
            System.out.printf(
                    "%s by %s%n",
                    failure.getClass().getName(),
                    Objects.requireNonNull(failure.getCause()).getClass().getName());
        }
        System.exit(0);
    }

    private static RemoteException failureOf(Backend silent) {
        try {
            silent.submit(new Batch(List.of()));
            throw new IllegalStateException("it was answered");
        } catch (RemoteException e) {
            return e;
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
