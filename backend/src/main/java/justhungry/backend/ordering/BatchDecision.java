package justhungry.backend.ordering;

import java.util.List;
import justhungry.api.client.Reply;

/**
 * The primary's decision on a batch. No reply may be sent before the entry with this payload is committed.
 *
 * @param payload the changes, for the entry; never changed
 * @param replies in the order of the updates
 */
@SuppressWarnings("ArrayRecordComponent") // decisions are never compared
public record BatchDecision(byte[] payload, List<Reply.Answered> replies) {}
