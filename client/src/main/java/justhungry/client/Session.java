package justhungry.client;

import java.util.UUID;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Reason;
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
public final class Session implements Asking {
    private final UserId user;
    private final Frontends frontends;
    private final Retries retries;
    private final Progress progress;
    private final SlowCallNotice slowCalls;

    private ClientId client = newClient();
    private long lastSequence;
    private long seenRevision;
    private @Nullable FrontendLink preferred;

    public Session(UserId user, Frontends frontends, Retries retries, Progress progress) {
        this.user = user;
        this.frontends = frontends;
        this.retries = retries;
        this.progress = progress;
        this.slowCalls = new SlowCallNotice(retries.patience(), progress);
    }

    /** Waits as long as {@link Retries} allows. */
    @Override
    public Outcome ask(Request request) {
        if (request instanceof Request.Update && seenRevision == 0) {
            return askAfterLooking(request);
        }
        var outcome = send(request);
        return isExpired(outcome) ? askAfterLooking(request) : outcome;
    }

    /**
     * Learns the current revision first. Without it the cluster could not tell a new client, or one that was idle for
     * long, from one whose answered requests it has forgotten, and would refuse the update as expired.
     */
    private Outcome askAfterLooking(Request request) {
        var looked = send(new Request.ViewActive(null, 1));
        return looked instanceof Outcome.Answered ? send(request) : looked;
    }

    private Outcome send(Request request) {
        var id = new RequestId(client, ++lastSequence);
        var sending =
                new Sending(new Envelope(id, seenRevision, user, request), frontends, retries, progress, slowCalls);
        var outcome = sending.run(preferred);
        preferred = sending.answeredBy().orElse(null);
        if (outcome instanceof Outcome.Answered answered) {
            seenRevision = Math.max(seenRevision, answered.reply().revision());
        }
        if (outcome instanceof Outcome.Unknown) {
            becomeNewClient();
        }
        return outcome;
    }

    /** A client uses its next number only when the last answer is known; this one never will be. */
    private void becomeNewClient() {
        client = newClient();
        lastSequence = 0;
    }

    private static boolean isExpired(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered
                && answered.response() instanceof Response.Refused refused
                && refused.reason() == Reason.EXPIRED;
    }

    private static ClientId newClient() {
        return ClientId.of(UUID.randomUUID());
    }
}
