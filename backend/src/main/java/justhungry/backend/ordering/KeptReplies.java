package justhungry.backend.ordering;

import java.util.Optional;
import justhungry.api.ClientId;

/**
 * The last reply of each client, and in which order replies are forgotten. Replies are numbered 1, 2, 3, … as they are
 * kept; a window of the newest numbers is remembered, whichever clients they belong to.
 */
final class KeptReplies {
    private final StagedTables tables;

    KeptReplies(StagedTables tables) {
        this.tables = tables;
    }

    Optional<KeptReply> of(ClientId client) {
        return row(client).map(Row::reply);
    }

    void keep(ClientId client, KeptReply reply) {
        long number = tables.count(Counter.REPLIES) + 1;
        tables.count(Counter.REPLIES, number);
        tables.putRow(Table.REPLIES, Keys.client(client), new Row(number, reply)::writeTo);
        tables.put(Table.REPLY_WINDOW, Keys.number(number), Keys.client(client));
    }

    /** The replies in the window. A client whose reply left it has no newer one, and is forgotten with it. */
    long windowSize() {
        return tables.count(Counter.REPLIES) - tables.count(Counter.FORGOTTEN_REPLIES);
    }

    /** Moves the window on by one. The reply that leaves is forgotten, unless its client has a newer one since. */
    void forgetOldest() {
        long number = tables.count(Counter.FORGOTTEN_REPLIES) + 1;
        tables.count(Counter.FORGOTTEN_REPLIES, number);
        var client = tables.get(Table.REPLY_WINDOW, Keys.number(number))
                .map(Keys::clientIn)
                .orElseThrow(() -> new IllegalStateException("reply %d is missing".formatted(number)));
        tables.remove(Table.REPLY_WINDOW, Keys.number(number));
        row(client).filter(row -> row.number() == number).ifPresent(row -> forget(client, row.reply()));
    }

    /** The highest revision of a forgotten reply; 0 when none was forgotten. */
    long forgottenRevision() {
        return tables.count(Counter.FORGOTTEN_REVISION);
    }

    private void forget(ClientId client, KeptReply reply) {
        tables.remove(Table.REPLIES, Keys.client(client));
        tables.count(Counter.FORGOTTEN_REVISION, Math.max(forgottenRevision(), reply.revision()));
    }

    private Optional<Row> row(ClientId client) {
        return tables.row(Table.REPLIES, Keys.client(client), Row::readFrom);
    }

    /** A row of {@link Table#REPLIES}. */
    record Row(long number, KeptReply reply) {
        void writeTo(Encoder out) {
            out.number(number);
            reply.writeTo(out);
        }

        static Row readFrom(Decoder in) {
            return new Row(in.number(), KeptReply.readFrom(in));
        }
    }
}
