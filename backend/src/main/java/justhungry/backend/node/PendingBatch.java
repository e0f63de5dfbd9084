package justhungry.backend.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.replication.AppendResponse;
import justhungry.backend.ordering.BatchDecision;

/**
 * A batch that was decided and is not committed yet, with the callers that wait for it. Owned by {@link BackendNode}.
 *
 * @param tracers those of the callers; hardly ever is there one
 */
record PendingBatch(List<QueuedRequest> requests, BatchDecision decision, List<ReplyTracer> tracers) {
    /** A batch of which no reply was sent yet. Its tracers are told of its entry. */
    static PendingBatch of(List<QueuedRequest> requests, BatchDecision decision) {
        List<ReplyTracer> tracers = List.of();
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).answer() instanceof ReplyTracer tracer) {
                tracers = tracers.isEmpty() ? new ArrayList<>() : tracers;
                tracers.add(tracer);
                tracer.onDecided(decision.index());
            }
        }
        return new PendingBatch(requests, decision, tracers);
    }

    /** Tells the tracers of an acknowledgement of this batch. */
    void onAnswer(Member from, AppendResponse answer) {
        if (!tracers.isEmpty()
                && answer instanceof AppendResponse.Acknowledged acknowledged
                && acknowledged.matchIndex() >= index()) {
            tracers.forEach(tracer -> tracer.onAcknowledged(from.name()));
        }
    }

    long index() {
        return decision.index();
    }

    /** Answers the callers as decided: the batch is committed. */
    void answer() {
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).reply(decision.replies().get(i));
        }
    }

    /** Answers the callers that have waited too long. The batch stays pending. */
    void expire(Duration now) {
        requests.stream().filter(request -> request.isLate(now)).forEach(PendingBatch::answerUnknown);
    }

    /** Answers the callers, because this back end is no longer primary. The batch may yet be committed by the next one. */
    void abandon() {
        requests.forEach(PendingBatch::answerUnknown);
    }

    private static void answerUnknown(QueuedRequest request) {
        request.reply(new Reply.OutcomeUnknown(
                "request %s may or may not have been carried out; send it again with the same id: it takes effect only once"
                        .formatted(request.envelope().id())));
    }
}
