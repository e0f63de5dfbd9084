package justhungry.api;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * The directory at one moment.
 *
 * @param cluster born with the view register
 * @param view what the view register held at that moment; a hint, for only a proposal decides
 * @param backends those with a lease, by name
 * @param frontends those with a lease, by name
 */
public record Listing(
        UUID cluster,
        View view,
        List<Registration.BackendRegistration> backends,
        List<Registration.FrontendRegistration> frontends)
        implements Serializable {
    public Listing {
        Check.present("a part of a listing", cluster, view);
        backends =
                Check.list("a directory's back ends", Registration.BackendRegistration.class, backends, Limits.MEMBERS);
        frontends = Check.list(
                "a directory's front ends", Registration.FrontendRegistration.class, frontends, Limits.MEMBERS);
    }
}
