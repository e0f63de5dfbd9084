package justhungry.backend.ordering;

import java.util.List;
import justhungry.api.Reply;

/**
 * What the primary decided for a batch. No reply may be given before the entry with this payload is committed.
 *
 * @param payload the changes, for the entry; never changed
 * @param replies in the order of the updates
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares decisions
public record Decision(byte[] payload, List<Reply.Answered> replies) {}
