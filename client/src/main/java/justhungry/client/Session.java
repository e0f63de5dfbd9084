package justhungry.client;

import java.util.UUID;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A session of a client: it sends one request after the other, for one user. Belongs to one thread.
 *
 * <p>Each request has an id of its own, which it keeps however often it is sent, so that an update takes effect at most
 * once across any failure of a front end or a back end.
 */
public final class Session implements RequestSender {
    private final UserId user;
    private final FrontendLocator frontends;
    private final RetryPolicy retryPolicy;
    private final ProgressListener progress;
    private final SlowCallNotice slowCalls;

    private ClientId client = newClient();
    private long lastSequence;
    private long seenRevision;
    private @Nullable FrontendHandle preferred;

    public Session(UserId user, FrontendLocator frontends, RetryPolicy retries, ProgressListener progress) {
        this.user = user;
        this.frontends = frontends;
        this.retryPolicy = retries;
        this.progress = progress;
        this.slowCalls = new SlowCallNotice(retries.slowCallTimeout(), progress);
    }

    /** Waits as long as {@link RetryPolicy} allows. */
    @Override
    public RequestOutcome send(Request request) {
        if (request.isUpdate() && seenRevision == 0) {
            return sendAfterQuery(request);
        }
        var outcome = sendOnce(request);
        boolean expired = outcome.refusal().filter(Response.Refused::isExpired).isPresent();
        return expired ? sendAfterQuery(request) : outcome;
    }

    /**
     * Learns the current revision first. Without it the cluster could not tell a new client, or one that was idle for
     * long, from one whose answered requests it has forgotten, and would refuse the update as expired.
     */
    private RequestOutcome sendAfterQuery(Request request) {
        var looked = sendOnce(new Request.ViewActive(null, 1));
        return looked.answer().isPresent() ? sendOnce(request) : looked;
    }

    private RequestOutcome sendOnce(Request request) {
        var id = new RequestId(client, ++lastSequence);
        var sending = new RetryingRequest(
                new Envelope(id, seenRevision, user, request), frontends, retryPolicy, progress, slowCalls);
        var outcome = sending.run(preferred);
        preferred = sending.answeredBy().orElse(null);
        outcome.answer().ifPresent(answer -> seenRevision = Math.max(seenRevision, answer.revision()));
        if (outcome instanceof RequestOutcome.Unknown) {
            becomeNewClient();
        }
        return outcome;
    }

    /** A client uses its next number only when the last answer is known; this one never will be. */
    private void becomeNewClient() {
        client = newClient();
        lastSequence = 0;
    }

    private static ClientId newClient() {
        return ClientId.of(UUID.randomUUID());
    }
}
