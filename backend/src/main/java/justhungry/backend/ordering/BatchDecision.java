package justhungry.backend.ordering;

import java.util.List;
import justhungry.api.client.Reply;
import justhungry.backend.ordering.table.StagedTables;

/**
 * The primary's decision on a batch. No reply may be sent before the entry with this payload is committed.
 *
 * @param index of that entry
 * @param payload the changes, for the entry; never changed
 * @param replies in the order of the updates
 * @param staged the changes again, as this back end writes them when the entry is committed
 */
@SuppressWarnings("ArrayRecordComponent") // decisions are never compared
public record BatchDecision(long index, byte[] payload, List<Reply.Answered> replies, StagedTables staged) {}
