package justhungry.backend.node;

import java.time.Duration;
import java.util.List;
import justhungry.api.client.Reply;
import justhungry.backend.ordering.BatchDecision;

/** A batch that was decided and is not committed yet, with the callers that wait for it. Owned by {@link BackendNode}. */
record PendingBatch(List<QueuedRequest> requests, BatchDecision decision) {
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
