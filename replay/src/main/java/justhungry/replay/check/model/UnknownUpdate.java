package justhungry.replay.check.model;

import justhungry.api.shop.Request;

/**
 * An update of unknown outcome.
 *
 * @param lowerBound the highest update number that was reported before it was first sent: its own, if it has one, is higher
 */
public record UnknownUpdate(int index, long lowerBound, String user, Request.Update request) {
    /** Whether both have the same effect, so that it does not matter which of them took effect. */
    boolean hasSameEffectAs(UnknownUpdate other) {
        return user.equals(other.user) && request.equals(other.request);
    }
}
