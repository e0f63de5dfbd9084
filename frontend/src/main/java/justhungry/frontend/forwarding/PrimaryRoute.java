package justhungry.frontend.forwarding;

import java.rmi.RemoteException;
import java.util.List;
import justhungry.api.client.Batch;
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
            var batch = new Batch(sent.stream().map(ForwardedRequest::envelope).toList());
            complete(sent, stubs.backend(primary).submit(batch).replies());
        } catch (RemoteException e) {
            fail(sent, RmiFailures.notExecuted(e) ? AttemptFailure.NOT_EXECUTED : AttemptFailure.UNKNOWN);
            problems.onCallFailed(e);
        } catch (RuntimeException e) {
            // The back end's own: RMI throws it here as it is.
            fail(sent, AttemptFailure.UNKNOWN);
            problems.onCallFailed(e);
        }
    }

    private void complete(List<ForwardedRequest> sent, List<Reply> replies) {
        if (replies.size() != sent.size()) {
            fail(sent, AttemptFailure.UNKNOWN);
            problems.onCallFailed(
                    new IllegalStateException("%d replies to %d requests".formatted(replies.size(), sent.size())));
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            sent.get(i).onReply(replies.get(i));
            if (replies.get(i) instanceof Reply.NotPrimary elsewhere) {
                problems.onNotPrimary(elsewhere.view());
            }
        }
    }

    private static void fail(List<ForwardedRequest> sent, AttemptFailure failure) {
        sent.forEach(request -> request.onFailure(failure));
    }

    /** A listener for what goes wrong on the route; any thread may call it. */
    public interface ProblemListener {
        /** A call failed: this is how. */
        void onCallFailed(Exception failure);

        /** The back end is not primary; {@code newest} is the newest view that it knows. */
        void onNotPrimary(View newest);
    }
}
