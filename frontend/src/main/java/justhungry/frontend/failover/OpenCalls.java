package justhungry.frontend.failover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;

/**
 * The calls that are under way: one status query to a process, one listing and one proposal at a time. A process that was
 * stopped holds its callers for seconds, so further calls would only pile up; the answer to the first serves all.
 */
final class OpenCalls {
    private final Set<UUID> queries = new HashSet<>();
    private boolean listing;
    private boolean proposal;

    void queryStatus(BackendRegistration of, List<FailoverEffect> effects) {
        if (queries.add(of.process())) {
            effects.add(new FailoverEffect.QueryStatus(of));
        }
    }

    void onStatusSettled(BackendRegistration of) {
        queries.remove(of.process());
    }

    void fetchListing(List<FailoverEffect> effects) {
        if (!listing) {
            listing = true;
            effects.add(new FailoverEffect.FetchListing());
        }
    }

    boolean awaitsListing() {
        return listing;
    }

    void onListingSettled() {
        listing = false;
    }

    /** It may be accepted although no answer comes: so there must be no other until its end is known. */
    void propose(View expected, View next, List<FailoverEffect> effects) {
        proposal = true;
        effects.add(new FailoverEffect.Propose(expected, next));
    }

    boolean hasProposal() {
        return proposal;
    }

    void onProposalSettled() {
        proposal = false;
    }
}
