package justhungry.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import org.jspecify.annotations.Nullable;

/** The promises of one run of a front end, as its messages show them: docs/protocol.md, "When the primary fails". */
final class FrontendInvariants {
    private static final Duration LEAST_SILENCE = Duration.ofMillis(500);

    private final SimulatedNameServer nameServer;
    private final Set<Member> answered = new HashSet<>();
    private View newest = View.NONE;
    private boolean proposalOpen;
    private Duration heardAt = Duration.ZERO;
    private Duration pausedSinceHeard = Duration.ZERO;

    FrontendInvariants(SimulatedNameServer nameServer) {
        this.nameServer = nameServer;
    }

    /** The register has told the front end of this view. */
    void onTold(View view) {
        if (view.epoch() > newest.epoch()) {
            newest = view;
        }
    }

    void onStatus(BackendStatus status) {
        answered.add(status.member());
    }

    /** The primary to which requests go has answered. */
    void onHeard(Duration now) {
        heardAt = now;
        pausedSinceHeard = Duration.ZERO;
    }

    /** The front end itself was stopped for that long. */
    void onPaused(Duration time) {
        pausedSinceHeard = pausedSinceHeard.plus(time);
    }

    /** A part of each pause may count, because the front end was due to look at its beginning. */
    void onSuspectedOfSilence(Duration now) {
        var listened = now.minus(heardAt).minus(pausedSinceHeard);
        require(
                listened.compareTo(LEAST_SILENCE) >= 0,
                "it suspects the primary for its own pause: after %s",
                listened);
    }

    /** Requests are refused, by that view, for that reason. */
    void onRefused(View view, String reason) {
        require(
                !reason.contains("has seen epoch")
                        || view.inSync().stream().anyMatch(member -> reason.startsWith(member.toString())),
                "a claim about epochs is believed of somebody who is not in sync: %s",
                reason);
    }

    /** A search begins: answers that came before it do not count in it. */
    void onSearch() {
        answered.clear();
    }

    void onProposed(View next) {
        require(!proposalOpen, "a proposal is made while another is open: %s", next);
        require(
                next.primary().filter(answered::contains).isPresent(),
                "a back end is proposed that was not asked, or did not answer: %s",
                next);
        proposalOpen = true;
    }

    void onProposalSettled() {
        proposalOpen = false;
    }

    void onAdopt(View view) {
        require(nameServer.hasAccepted(view), "a view is handed on that the register never held: %s", view);
    }

    /** @param route the view to whose primary requests are sent; null when they are not sent */
    void check(@Nullable View route) {
        if (route != null) {
            require(nameServer.hasAccepted(route), "requests go to the primary of a view that never was: %s", route);
            require(route.epoch() >= newest.epoch(), "requests go to a deposed primary: %s after %s", route, newest);
        }
    }

    /**
     * The front end has learnt which processes there are.
     *
     * @param receiver the process that requests are sent to; null when they are not sent
     */
    void checkListed(@Nullable BackendRegistration receiver, DirectoryListing listing) {
        if (receiver != null) {
            require(
                    listing.backends().stream()
                            .filter(backend -> backend.member().equals(receiver.member()))
                            .allMatch(backend -> backend.process().equals(receiver.process())),
                    "requests go to a process of %s that was replaced",
                    receiver.name());
        }
    }

    private static void require(boolean holds, String broken, @Nullable Object... values) {
        if (!holds) {
            throw new AssertionError(broken.formatted(values));
        }
    }
}
