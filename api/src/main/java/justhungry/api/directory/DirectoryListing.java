package justhungry.api.directory;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/**
 * The contents of the directory at one moment.
 *
 * @param cluster the cluster's id, created with the view register
 * @param view the view register's view at that moment; a hint, because only a proposal decides
 * @param backends those with a lease, by name
 * @param frontends those with a lease, by name
 */
public record DirectoryListing(
        UUID cluster,
        View view,
        List<Registration.BackendRegistration> backends,
        List<Registration.FrontendRegistration> frontends)
        implements Serializable {
    public DirectoryListing {
        Preconditions.present("a part of a listing", cluster, view);
        backends = Preconditions.list(
                "a directory's back ends", Registration.BackendRegistration.class, backends, Limits.MEMBERS);
        frontends = Preconditions.list(
                "a directory's front ends", Registration.FrontendRegistration.class, frontends, Limits.MEMBERS);
    }
}
