package justhungry.backend.ordering.state;

import java.util.Optional;
import justhungry.api.client.ClientId;
import justhungry.backend.ordering.table.Counter;
import justhungry.backend.ordering.table.Keys;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.Table;

/**
 * The last reply to each client, and the order in which replies are forgotten. Updates are numbered 1, 2, 3, …; the
 * replies to a window of the newest updates are kept, whichever clients they belong to.
 */
public final class KeptReplies {
    private final StagedTables tables;

    KeptReplies(StagedTables tables) {
        this.tables = tables;
    }

    Optional<KeptReply> of(ClientId client) {
        return tables.row(Table.REPLIES, Keys.client(client), KeptReply::readFrom);
    }

    /** The number of the last update that was carried out; 0 before the first. */
    public long lastTurn() {
        return tables.count(Counter.REPLIES);
    }

    void keep(ClientId client, KeptReply reply) {
        long updateNumber = reply.turn();
        if (updateNumber != lastTurn() + 1) {
            throw new IllegalStateException("update %d does not follow update %d".formatted(updateNumber, lastTurn()));
        }
        tables.count(Counter.REPLIES, updateNumber);
        tables.putRow(Table.REPLIES, Keys.client(client), reply::writeTo);
        tables.put(Table.REPLY_WINDOW, Keys.number(updateNumber), Keys.client(client));
    }

    /** The number of replies in the window. A client whose newest reply leaves it is forgotten with the reply. */
    public long windowSize() {
        return lastTurn() - tables.count(Counter.FORGOTTEN_REPLIES);
    }

    /** Advances the window by one. The reply that leaves is forgotten, unless its client has a newer one. */
    void forgetOldest() {
        long updateNumber = tables.count(Counter.FORGOTTEN_REPLIES) + 1;
        tables.count(Counter.FORGOTTEN_REPLIES, updateNumber);
        var client = tables.get(Table.REPLY_WINDOW, Keys.number(updateNumber))
                .map(Keys::clientIn)
                .orElseThrow(
                        () -> new IllegalStateException("the reply to update %d is missing".formatted(updateNumber)));
        tables.remove(Table.REPLY_WINDOW, Keys.number(updateNumber));
        of(client).filter(reply -> reply.turn() == updateNumber).ifPresent(reply -> forget(client, reply));
    }

    /** The highest revision of a forgotten reply; 0 when none was forgotten. */
    long forgottenRevision() {
        return tables.count(Counter.FORGOTTEN_REVISION);
    }

    private void forget(ClientId client, KeptReply reply) {
        tables.remove(Table.REPLIES, Keys.client(client));
        tables.count(Counter.FORGOTTEN_REVISION, Math.max(forgottenRevision(), reply.revision()));
    }
}
