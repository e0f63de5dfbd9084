package justhungry.api.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The primary, and the members that must acknowledge: PacificA's configuration (MSR-TR-2008-25, section 2.2).
 *
 * @param epoch grows by one with every new view; 0 before the first
 * @param leader the primary; null in {@link #NONE} only
 * @param inSync the members that hold every acknowledged update, the primary among them; sorted, each name once
 */
public record View(
        @Tag(1) long epoch,
        @Tag(2) @Nullable Member leader,
        @Tag(3) List<Member> inSync) implements Serializable {
    /** The view of a cluster that was never started. */
    public static final View NONE = new View(0, null, List.of());

    /** The in-sync set never shrinks below this: an update is acknowledged when two back ends hold it. */
    public static final int MIN_IN_SYNC = 2;

    public View {
        inSync = Preconditions.list("an in-sync set", Member.class, inSync, Limits.MEMBERS).stream()
                .sorted()
                .toList();
        Preconditions.range("an epoch", epoch, 0, Long.MAX_VALUE);
        Preconditions.require(
                inSync.stream().map(Member::name).distinct().count() == inSync.size(),
                "a name is in the in-sync set twice");
        if (epoch == 0) {
            Preconditions.require(
                    leader == null && inSync.isEmpty(), "epoch 0 has neither a primary nor an in-sync set");
        } else {
            Preconditions.require(leader != null && inSync.contains(leader), "the primary is not in the in-sync set");
        }
    }

    public Optional<Member> primary() {
        return Optional.ofNullable(leader);
    }

    public boolean isInSync(Member member) {
        return inSync.contains(member);
    }

    /** The view that follows this one with the given primary and in-sync set. */
    public View next(Member primary, List<Member> nextInSync) {
        return new View(epoch + 1, primary, nextInSync);
    }

    @Override
    public String toString() {
        return epoch == 0 ? "no view yet" : "epoch %d, primary %s, in-sync %s".formatted(epoch, leader, inSync);
    }
}
