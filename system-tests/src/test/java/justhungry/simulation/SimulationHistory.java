package justhungry.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.shop.Response;
import justhungry.client.RequestOutcome;
import justhungry.client.json.RequestJson;
import justhungry.client.json.ResponseJson;
import justhungry.replay.check.Verification;
import justhungry.replay.check.VerificationResult;
import justhungry.replay.check.history.HistoryException;
import justhungry.replay.report.HistoryFile;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;

/**
 * The requests and answers of all clients, for the checker that {@code replay --verify} uses (invariants 6, 7 and 8).
 */
final class SimulationHistory {
    private final List<RequestRecord> exchanges = new ArrayList<>();
    private int placed;

    /**
     * Adds a request that was answered.
     *
     * @param client from 1
     * @param start the time when it was first sent
     */
    void add(int client, Envelope envelope, Duration start, Duration end, Reply.Answered reply) {
        if (reply.response() instanceof Response.OrderPlaced) {
            placed++;
        }
        exchanges.add(new RequestRecord(
                0,
                client,
                envelope.request().operation(),
                "user" + client,
                RequestJson.args(envelope.request()),
                new RequestRecord.Times(
                        start.toNanos(), end.toNanos(), end.minus(start).toNanos(), start.toNanos()),
                ResponseJson.of(new RequestOutcome.Completed(envelope.id(), reply)),
                Optional.of(reply),
                List.of()));
    }

    int size() {
        return exchanges.size();
    }

    /** The number of acknowledged orders. */
    int placed() {
        return placed;
    }

    VerificationResult verify() {
        try {
            var file = Files.createTempFile("history", ".jsonl");
            try {
                return verify(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (HistoryException e) {
            throw new AssertionError("the checker cannot read its own history: " + e.getMessage(), e);
        }
    }

    private VerificationResult verify(Path path) throws IOException, HistoryException {
        try (var file = new HistoryFile(path, "simulation")) {
            for (var exchange : exchanges) {
                file.onEvent(new RunEvent.RequestCompleted(exchange));
            }
        }
        return Verification.of(path);
    }
}
