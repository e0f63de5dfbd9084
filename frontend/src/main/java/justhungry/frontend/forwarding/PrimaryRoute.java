package justhungry.frontend.forwarding;

import java.rmi.RemoteException;
import java.util.List;
import justhungry.api.client.Batch;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.frontend.forwarding.RetryState.AttemptFailure;
import justhungry.platform.rmi.RmiFailures;

/** The route to the primary of a view. */
public final class PrimaryRoute implements RequestRoute {
    private final View view;
    private final BackendRegistration primary;
    private final StubCache stubs;
    private final ProblemListener problems;

    /** The last request was not answered, and that was reported: an answer is reported after it. */
    private volatile boolean failing;

    /** @param problems is told each time the primary does not do what it should */
    public PrimaryRoute(View view, BackendRegistration primary, StubCache stubs, ProblemListener problems) {
        this.view = view;
        this.primary = primary;
        this.stubs = stubs;
        this.problems = problems;
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void carry(List<ForwardedRequest> requests) {
        var sent = requests.stream().filter(ForwardedRequest::onSent).toList();
        if (sent.isEmpty()) {
            return;
        }
        try {
            var recorder = sent.get(0).recorder();
            if (recorder != null) {
                carryTraced(sent.get(0), recorder);
            } else {
                var batch =
                        new Batch(sent.stream().map(ForwardedRequest::envelope).toList());
                complete(sent, stubs.backend(primary).submit(batch));
            }
        } catch (RemoteException e) {
            fail(sent, RmiFailures.notExecuted(e) ? AttemptFailure.NOT_EXECUTED : AttemptFailure.UNKNOWN, e);
        } catch (RuntimeException e) {
            // The back end's own: RMI throws it here as it is.
            fail(sent, AttemptFailure.UNKNOWN, e);
        }
    }

    private void carryTraced(ForwardedRequest request, AttemptRecorder recorder) throws RemoteException {
        long start = System.nanoTime();
        PrimaryTrace answer = null;
        try {
            answer = stubs.backend(primary).submitTraced(request.envelope());
        } finally {
            recorder.add(primary.name(), view.epoch(), start, answer);
        }
        complete(request, answer.reply(), answer.epoch());
    }

    private void complete(List<ForwardedRequest> sent, Batch.Replies answer) {
        var replies = answer.replies();
        if (replies.size() != sent.size()) {
            var wrong = new IllegalStateException("%d replies to %d requests".formatted(replies.size(), sent.size()));
            fail(sent, AttemptFailure.UNKNOWN, wrong);
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            complete(sent.get(i), replies.get(i), answer.epoch());
        }
    }

    private void complete(ForwardedRequest request, Reply reply, long epoch) {
        request.onReply(reply, epoch, view);
        if (reply instanceof Reply.NotPrimary || epoch != view.epoch()) {
            problems.onNotPrimary(epoch);
            failing = true;
        } else if (failing) {
            failing = false;
            problems.onAnswered();
        }
    }

    private void fail(List<ForwardedRequest> sent, AttemptFailure failure, Exception cause) {
        sent.forEach(request -> request.onFailure(failure));
        problems.onCallFailed(cause);
        failing = true;
    }

    /** A listener for what goes wrong on the route; any thread may call it. */
    public interface ProblemListener {
        /** A call failed: this is how. */
        void onCallFailed(Exception failure);

        /** The back end is not the primary of the view; {@code epoch} is the newest that it knows. */
        void onNotPrimary(long epoch);

        /** A request was answered, the first one after others were not. */
        void onAnswered();
    }
}
