package justhungry.frontend.forwarding;

import java.rmi.RemoteException;
import java.util.List;
import java.util.function.Consumer;
import justhungry.api.client.Batch;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.frontend.forwarding.Attempt.Failure;
import justhungry.platform.rmi.Failures;

/** The route to the primary of a view. */
public final class PrimaryRoute implements Route {
    private final View view;
    private final BackendRegistration primary;
    private final Stubs stubs;
    private final Consumer<View> troubles;

    /** @param problems takes the newest view that is known, each time the primary does not do what it should */
    public PrimaryRoute(View view, BackendRegistration primary, Stubs stubs, Consumer<View> problems) {
        this.view = view;
        this.primary = primary;
        this.stubs = stubs;
        this.troubles = problems;
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
    public void carry(List<Pending> requests) {
        var sent = requests.stream().filter(Pending::onSent).toList();
        if (sent.isEmpty()) {
            return;
        }
        try {
            var batch = new Batch(sent.stream().map(Pending::envelope).toList());
            settle(sent, stubs.backend(primary).submit(batch).replies());
        } catch (RemoteException e) {
            fail(sent, Failures.notExecuted(e) ? Failure.NOT_EXECUTED : Failure.UNKNOWN);
        } catch (RuntimeException e) {
            // The back end's own: RMI throws it here as it is.
            fail(sent, Failure.UNKNOWN);
        }
    }

    private void settle(List<Pending> sent, List<Reply> replies) {
        if (replies.size() != sent.size()) {
            fail(sent, Failure.UNKNOWN);
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            sent.get(i).onReply(replies.get(i));
            if (replies.get(i) instanceof Reply.NotPrimary elsewhere) {
                troubles.accept(elsewhere.view());
            }
        }
    }

    private void fail(List<Pending> sent, Failure failure) {
        sent.forEach(request -> request.onFailure(failure));
        troubles.accept(view);
    }
}
