package justhungry.backend.server;

import java.util.Optional;
import justhungry.api.replication.AppendResponse;

/** The reason, in words for the log, for which another back end did not take what it was sent. */
final class PeerRefusalText implements AppendResponse.Visitor {
    private Optional<String> reason = Optional.empty();

    private PeerRefusalText() {}

    /** The reason that the answer gives; empty when it is no refusal. */
    static Optional<String> of(AppendResponse answer) {
        var text = new PeerRefusalText();
        answer.accept(text);
        return text.reason;
    }

    @Override
    public void onAcknowledged(AppendResponse.Acknowledged acknowledged) {
        // It has taken it.
    }

    @Override
    public void onLogMismatch(AppendResponse.LogMismatch mismatch) {
        reason = Optional.of("its log does not match");
    }

    @Override
    public void onStaleEpoch(AppendResponse.StaleEpoch stale) {
        reason = Optional.of("it has already seen epoch %d".formatted(stale.epoch()));
    }

    @Override
    public void onNotFollowed(AppendResponse.NotFollowed refusal) {
        reason = Optional.of(refusal.message());
    }

    @Override
    public void onChunkAccepted() {
        // It has taken it.
    }

    @Override
    public void onNewerVersionNeeded(AppendResponse.NewerVersionNeeded refusal) {
        reason = Optional.of(refusal.message());
    }

    @Override
    public void onChunkRejected(AppendResponse.ChunkRejected rejection) {
        reason = Optional.of(rejection.message());
    }
}
