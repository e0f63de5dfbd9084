package justhungry.backend.ordering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.AtMostOnce;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.state.CatalogueLoadedChange;
import justhungry.backend.ordering.state.EntryPayload;
import justhungry.backend.ordering.state.PayloadFormat;
import justhungry.backend.ordering.state.RequestContent;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.StateTables;

/**
 * The ordering application of one back end. The primary {@linkplain #decide decides} a batch, and {@linkplain #commit
 * writes} the changes when the entry is committed; every other back end {@linkplain #application() applies} the entry's payload.
 * Both end with the same tables, byte for byte.
 *
 * <p>Owned by the back end's loop. A broken invariant is an {@link IllegalStateException}: end the process.
 */
public final class Ordering {
    /** Replies that are kept by default: hours of a busy cluster, in about 100 MB. */
    public static final int DEFAULT_KEPT_REPLIES = 1_000_000;

    /** The most updates of one decision: so many of the largest fit into an entry of {@link Limits#ENTRY_BYTES}. */
    public static final int MAX_UPDATES_PER_ENTRY = 1_024;

    private final StateTables tables;
    private final Catalogue catalogue;
    private final int keptReplies;

    /**
     * An ordering application that keeps the replies of the last {@link #DEFAULT_KEPT_REPLIES} updates.
     *
     * @param catalogue that of an empty state
     */
    public Ordering(StateTables tables, Catalogue catalogue) {
        this(tables, catalogue, DEFAULT_KEPT_REPLIES);
    }

    /**
     * As {@link #Ordering(StateTables, Catalogue)}, with another number of replies kept.
     *
     * @param keptReplies 1 or more; used while this back end is primary: replicas forget what the primary forgets
     */
    public Ordering(StateTables tables, Catalogue catalogue, int keptReplies) {
        require(keptReplies >= 1, "at least 1 reply must be kept, not %d", keptReplies);
        this.tables = tables;
        this.catalogue = catalogue;
        this.keptReplies = keptReplies;
    }

    /**
     * The payload of a new primary's opening entry: the catalogue while the state is empty, no changes after that. A
     * second catalogue, written because an unapplied entry of the log already has one, changes nothing.
     */
    public byte[] openingPayload() {
        return EntryPayload.opening(
                tables.appliedIndex() == 0 ? List.of(new CatalogueLoadedChange(catalogue)) : List.of());
    }

    /**
     * Decides the updates one after the other, each with the changes of those before it. The state does not change until
     * the decision is committed; one that is not committed is simply dropped.
     *
     * @param updates at most {@link #MAX_UPDATES_PER_ENTRY}
     * @param epoch of this primary
     * @param index of the entry that the decision becomes: the revision of its responses
     * @param now the primary's time; the entry gets the {@link #timeAt} of it
     */
    public BatchDecision decide(List<Envelope> updates, long epoch, long index, Instant now) {
        require(updates.size() <= MAX_UPDATES_PER_ENTRY, "too many updates in one batch: %d", updates.size());
        requireNext(index);
        return new BatchDecider(new StagedTables(tables), epoch, index, timeAt(now), keptReplies).decide(updates);
    }

    /**
     * Writes the changes of a decision, made here, to the tables: its entry is committed. No other entry was applied in
     * between, or the decision would rest on a state that is no more.
     */
    public void commit(BatchDecision decision) {
        requireNext(decision.index());
        tables.write(decision.staged().writes(), decision.index());
    }

    /**
     * Applies a committed entry that another back end decided, or that was read from the log. It reads only the payload
     * and the state.
     *
     * @param epoch of the entry
     * @throws IllegalArgumentException when the payload is damaged; nothing was written
     */
    public void apply(long epoch, long index, byte[] payload) {
        application().add(epoch, index, payload).write();
    }

    /** Begins to apply several such entries, those that follow the last one applied. */
    public EntryApplication application() {
        return new EntryApplication(tables);
    }

    /**
     * Why this version cannot read a payload, and the one that is needed, in words; empty when this one can. An entry that
     * a back end cannot {@linkplain #apply} must not enter its log, whether a newer version wrote it or it is damaged.
     */
    public Optional<String> neededVersion(byte[] payload) {
        return PayloadFormat.neededVersion(payload);
    }

    /**
     * The time of what is decided or read now: in whole milliseconds, and no earlier than that of the last entry, even if
     * the clock was set back, or the one of the primary before was ahead.
     *
     * @param now the primary's time
     */
    public Instant timeAt(Instant now) {
        var time = now.truncatedTo(ChronoUnit.MILLIS);
        var last = new ShopState(new StagedTables(tables)).decidedAt();
        return time.isBefore(last) ? last : time;
    }

    /**
     * The answer to an update that must not be carried out, because it was, or may have been; empty for a new one.
     *
     * @param epoch of this primary
     */
    public Optional<Reply.Answered> answerWithoutDeciding(Envelope update, long epoch) {
        return new AtMostOnce(new ShopState(new StagedTables(tables)), epoch, tables.appliedIndex())
                .answerWithoutDeciding(update, new RequestContent(update.user(), update.request()).digest());
    }

    /** Answers from the applied state, without decisions that are not committed yet. */
    public Response read(UserId user, Request.Read read) {
        return read.accept(new QueryHandler(tables, user));
    }

    /** The number of the last update in the applied state; 0 before the first. */
    public long lastUpdateNumber() {
        return new ShopState(new StagedTables(tables)).replies().lastUpdateNumber();
    }

    /** Orders ever placed, cancelled ones among them. */
    public long storedOrders() {
        return new ShopState(new StagedTables(tables)).orders();
    }

    private void requireNext(long index) {
        if (index != tables.appliedIndex() + 1) {
            throw new IllegalStateException(
                    "entry %d does not follow entry %d, the last one applied".formatted(index, tables.appliedIndex()));
        }
    }

    private static void require(boolean holds, String message, int value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}
