package justhungry.cli.fake;

import java.rmi.ConnectException;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import justhungry.api.Envelope;
import justhungry.api.Frontend;
import justhungry.api.FrontendStatus;
import justhungry.api.Reason;
import justhungry.api.Reply;
import justhungry.api.Request;
import justhungry.api.RequestId;
import justhungry.api.Response;
import justhungry.api.View;

/** A front end with a whole shop behind it. Its faults strike the updates that come next. Any thread may call it. */
public final class FakeFrontend implements Frontend {
    /** What goes wrong with one call. */
    public enum Fault {
        NONE,
        /** Nobody listens. */
        NO_CONNECTION,
        /** It is carried out, but the connection breaks before the answer is there. */
        ANSWER_LOST,
        /** It is carried out, but the front end cannot tell. */
        UNKNOWN_BUT_DONE,
        /** It is not carried out, and the front end cannot tell. */
        UNKNOWN_NOT_DONE,
        /** It is carried out, and then the front end meets a defect of its own. */
        DEFECT,
        /** Fewer than two back ends. */
        TOO_FEW,
        /** The cluster has forgotten the client's old replies. */
        EXPIRED
    }

    private final FakeShop shop;
    private final Map<RequestId, Response> replies = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Envelope> received = new ArrayList<>();
    private Runnable beforeEach = () -> {};
    private FrontendStatus status = new FrontendStatus("frontend1", View.NONE, "offline", true);

    public FakeFrontend(FakeShop shop) {
        this.shop = shop;
    }

    /** The next update is struck by the first fault, the update after that by the second, and so on. */
    public synchronized void updatesMeet(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Runs something before each request is answered, in its caller's thread; others are answered meanwhile. */
    public synchronized void beforeEach(Runnable action) {
        beforeEach = action;
    }

    /** From now on, it says that it stands so. */
    public synchronized void stands(View view, boolean primaryAnswers) {
        status = new FrontendStatus("frontend1", view, "offline", primaryAnswers);
    }

    /** All that was sent, whatever became of it. */
    public synchronized List<Envelope> received() {
        return List.copyOf(received);
    }

    /** The ids of the updates of that name, in the order in which they came. */
    public synchronized List<RequestId> idsOf(String op) {
        return received.stream()
                .filter(envelope -> envelope.request().op().equals(op))
                .map(Envelope::id)
                .toList();
    }

    @Override
    public Reply submit(Envelope envelope) throws RemoteException {
        receive(envelope).run();
        return reply(envelope);
    }

    private synchronized Runnable receive(Envelope envelope) {
        received.add(envelope);
        return beforeEach;
    }

    private synchronized Reply reply(Envelope envelope) throws RemoteException {
        var update = envelope.request() instanceof Request.Update;
        return switch (update && !faults.isEmpty() ? faults.remove() : Fault.NONE) {
            case NONE -> answered(execute(envelope));
            case NO_CONNECTION -> throw new ConnectException("refused");
            case ANSWER_LOST -> {
                execute(envelope);
                throw new UnmarshalException("the connection broke");
            }
            case UNKNOWN_BUT_DONE -> {
                execute(envelope);
                yield new Reply.OutcomeUnknown("no answer from server1");
            }
            case UNKNOWN_NOT_DONE -> new Reply.OutcomeUnknown("no answer from server1");
            case DEFECT -> {
                execute(envelope);
                throw new IllegalStateException("a broken invariant");
            }
            case TOO_FEW -> new Reply.NotExecuted(Reply.Cause.TOO_FEW_BACK_ENDS, "Only one back end is there.");
            case EXPIRED -> answered(new Response.Refused(Reason.EXPIRED, "That request is too old."));
        };
    }

    @Override
    public synchronized FrontendStatus status() {
        return status;
    }

    private Response execute(Envelope envelope) {
        return replies.computeIfAbsent(envelope.id(), any -> shop.answer(envelope.user(), envelope.request()));
    }

    private Reply answered(Response response) {
        return new Reply.Answered(1, shop.revision(), shop.revision(), response);
    }
}
