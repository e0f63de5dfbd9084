package justhungry.backend.ordering.state;

import java.util.Optional;
import justhungry.api.client.ClientId;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.StateCounter;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.TableKeys;

/**
 * The last reply to each client, and the order in which replies are forgotten. Updates are numbered 1, 2, 3, …; the
 * replies to a window of the newest updates are kept, whichever clients they belong to.
 */
public final class ReplyCache {
    private final StagedTables tables;

    ReplyCache(StagedTables tables) {
        this.tables = tables;
    }

    Optional<CompletionRecord> of(ClientId client) {
        return tables.row(StateTable.REPLIES, TableKeys.client(client), CompletionRecord.class);
    }

    /** The number of the last update that was carried out; 0 before the first. */
    public long lastUpdateNumber() {
        return tables.count(StateCounter.REPLIES);
    }

    void record(ClientId client, CompletionRecord reply) {
        long updateNumber = reply.updateNumber();
        tables.count(StateCounter.REPLIES, updateNumber);
        tables.putRow(StateTable.REPLIES, TableKeys.client(client), reply);
        tables.put(StateTable.REPLY_WINDOW, TableKeys.number(updateNumber), TableKeys.client(client));
    }

    /** The number of replies in the window. A client whose newest reply leaves it is forgotten with the reply. */
    public long windowSize() {
        return lastUpdateNumber() - tables.count(StateCounter.FORGOTTEN_REPLIES);
    }

    /** Advances the window by one. The reply that leaves is forgotten, unless its client has a newer one. */
    void forgetOldest() {
        long updateNumber = tables.count(StateCounter.FORGOTTEN_REPLIES) + 1;
        tables.count(StateCounter.FORGOTTEN_REPLIES, updateNumber);
        var client = tables.get(StateTable.REPLY_WINDOW, TableKeys.number(updateNumber))
                .map(TableKeys::clientIn)
                .orElseThrow(
                        () -> new IllegalStateException("the reply to update %d is missing".formatted(updateNumber)));
        tables.remove(StateTable.REPLY_WINDOW, TableKeys.number(updateNumber));
        of(client).filter(reply -> reply.updateNumber() == updateNumber).ifPresent(reply -> forget(client, reply));
    }

    /** The highest revision of a forgotten reply; 0 when none was forgotten. */
    long forgottenRevision() {
        return tables.count(StateCounter.FORGOTTEN_REVISION);
    }

    private void forget(ClientId client, CompletionRecord reply) {
        tables.remove(StateTable.REPLIES, TableKeys.client(client));
        tables.count(StateCounter.FORGOTTEN_REVISION, Math.max(forgottenRevision(), reply.revision()));
    }
}
