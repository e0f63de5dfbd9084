package justhungry.frontend.failover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;

/** The choice of the next primary: PROTOCOL, "When the primary fails". Front ends with the same answers decide the same. */
public final class Promotion {
    /** Best first: the longest log by epoch and index, then what is applied already, then the first by name. */
    private static final Comparator<BackendStatus> LONGEST_LOG = Comparator.comparingLong(BackendStatus::lastEpoch)
            .thenComparingLong(BackendStatus::lastIndex)
            .thenComparingLong(BackendStatus::appliedIndex)
            .reversed()
            .thenComparing(BackendStatus::member);

    /** A refusal names so many, however long their names are: its text has a limit. */
    private static final int NAMED = 3;

    private final View current;
    private final NavigableMap<Member, BackendStatus> answers;
    private final boolean answered;
    private final Optional<Member> passedOver;

    private Promotion(View current, Map<Member, BackendStatus> answers, Optional<Member> unserving) {
        this.current = current;
        this.answers = new TreeMap<>(answers);
        this.answered = !answers.isEmpty();
        this.answers.values().removeIf(this::claimsTooMuch);
        this.passedOver = unserving.filter(this::canBeReplaced);
    }

    /**
     * Whether it claims an epoch that the register does not know, and the register does not vouch for it either: then its
     * status is not believed. A member of the in-sync set may be right, and the register an old copy.
     */
    private boolean claimsTooMuch(BackendStatus status) {
        return current.epoch() > 0 && status.epoch() > current.epoch() && !current.isInSync(status.member());
    }

    /** Whether another member of the in-sync set answers. */
    private boolean canBeReplaced(Member member) {
        return answers.keySet().stream().anyMatch(other -> !other.equals(member) && current.isInSync(other));
    }

    /**
     * Decides what follows the current view.
     *
     * @param current the view register's view
     * @param answers the statuses of the back ends that answered, in-sync or not; those that did not are absent
     * @param unserving a primary that answers, but no request: it is passed over if another can be promoted
     */
    public static PromotionDecision decide(
            View current, Map<Member, BackendStatus> answers, Optional<Member> unserving) {
        var promotion = new Promotion(current, answers, unserving);
        return current.epoch() == 0 ? promotion.firstView() : promotion.nextView();
    }

    /** The first view of all. A back end that holds data belongs to a cluster that the register does not know. */
    private PromotionDecision firstView() {
        var withData = answers.values().stream()
                .filter(status -> status.epoch() > 0 || status.lastIndex() > 0)
                .findFirst();
        if (withData.isPresent()) {
            return new PromotionDecision.NeedsOperator(
                    "the view register is empty, but %s holds data of epoch %d: start the name server on its old data directory; if that is lost for good: just-hungry rebuild-register"
                            .formatted(withData.get().member(), withData.get().epoch()));
        }
        if (answers.size() < View.MIN_IN_SYNC) {
            return tooFew(answers.size());
        }
        return new PromotionDecision.NextView(current.next(answers.firstKey(), List.copyOf(answers.keySet())));
    }

    private PromotionDecision nextView() {
        if (primaryActs()) {
            return new PromotionDecision.PrimaryHealthy();
        }
        return newerEpoch().or(this::noCandidate).orElseGet(this::promote);
    }

    private boolean primaryActs() {
        return current.primary()
                .filter(primary -> !isPassedOver(primary))
                .map(answers::get)
                .filter(status -> status.epoch() == current.epoch() && status.role() != BackendRole.REPLICA)
                .isPresent();
    }

    /** Back ends learn a view after the register: one that is ahead of the register means that this was read too early. */
    private Optional<PromotionDecision> newerEpoch() {
        return answers.values().stream()
                .filter(status -> status.epoch() > current.epoch())
                .findFirst()
                .map(ahead -> new PromotionDecision.NotYet(
                        "%s has seen epoch %d, but the view register holds epoch %d; if this persists, the name server runs on an old copy of its data directory: stop it, and start it on the newest one"
                                .formatted(ahead.member(), ahead.epoch(), current.epoch())));
    }

    private Optional<PromotionDecision> noCandidate() {
        if (!candidates().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(answered ? noneInSync() : tooFew(0));
    }

    /** What happens when all disks were put back from old copies, too: they are other members then. */
    private PromotionDecision noneInSync() {
        return new PromotionDecision.NotYet(
                "no orders right now: no back end that answers is known to hold every order. One of these is needed, with its newest data: %s. If they are lost for good: just-hungry force-primary --help"
                        .formatted(inSyncNames()));
    }

    private String inSyncNames() {
        var members = current.inSync();
        var named = members.stream().limit(NAMED).map(Member::name).collect(Collectors.joining(", "));
        return members.size() <= NAMED ? named : "%s and %d more".formatted(named, members.size() - NAMED);
    }

    /** The members of the in-sync set: only they hold every acknowledged update. */
    private List<BackendStatus> candidates() {
        var candidates = new ArrayList<BackendStatus>();
        answers.forEach((member, status) -> {
            if (current.isInSync(member)) {
                candidates.add(status);
            }
        });
        candidates.removeIf(status -> isPassedOver(status.member()));
        candidates.sort(LONGEST_LOG);
        return candidates;
    }

    private boolean isPassedOver(Member member) {
        return passedOver.filter(member::equals).isPresent();
    }

    private PromotionDecision promote() {
        var candidates = candidates();
        var best = candidates.get(0);
        var furthest = answers.values().stream()
                .max(Comparator.comparingLong(BackendStatus::committedIndex))
                .orElse(best);
        if (best.lastIndex() < furthest.committedIndex()) {
            return new PromotionDecision.NotYet(
                    "the log of %s ends with entry %d, but %s knows that entry %d was acknowledged: start the other back ends of the in-sync set"
                            .formatted(best.member(), best.lastIndex(), furthest.member(), furthest.committedIndex()));
        }
        return new PromotionDecision.NextView(current.next(best.member(), nextInSync(candidates)));
    }

    /**
     * The in-sync set never shrinks below two: a single survivor leads the whole old set. It can acknowledge nothing until
     * another is back, or has caught up, but it can send that one its entries.
     */
    private List<Member> nextInSync(List<BackendStatus> candidates) {
        return candidates.size() < View.MIN_IN_SYNC
                ? current.inSync()
                : candidates.stream().map(BackendStatus::member).toList();
    }

    private static PromotionDecision tooFew(int usable) {
        return new PromotionDecision.NotYet(
                "no orders right now: %d back %s usable, %d are needed; orders resume when another is back"
                        .formatted(usable, usable == 1 ? "end is" : "ends are", View.MIN_IN_SYNC));
    }
}
