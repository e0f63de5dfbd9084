package justhungry.cli.verification;

import justhungry.api.Request;

/**
 * An update of which nobody knows whether it took effect.
 *
 * @param floor the highest turn that was told before it was first sent: its own, if it has one, is higher
 */
record Unknown(int index, long floor, String user, Request.Update request) {
    /** Whether it makes no difference which of the two took effect. */
    boolean isLike(Unknown other) {
        return user.equals(other.user) && request.equals(other.request);
    }
}
