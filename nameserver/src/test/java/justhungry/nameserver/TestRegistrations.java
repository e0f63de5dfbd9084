package justhungry.nameserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.rmi.MarshalledObject;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.cluster.Member;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.Registration.FrontendRegistration;
import org.jspecify.annotations.Nullable;

/** Registrations as the processes of a cluster send them; every one without a given process is a process of its own. */
final class TestRegistrations {
    private TestRegistrations() {}

    static BackendRegistration backend(String name) {
        return backend(new Member(name, UUID.randomUUID()), BackendRegistration.NO_CLUSTER);
    }

    static BackendRegistration backend(Member member, UUID cluster) {
        return backend(member, cluster, DataAge.NEW);
    }

    static BackendRegistration backend(Member member, UUID cluster, DataAge age) {
        return new BackendRegistration(
                member, UUID.randomUUID(), cluster, age, marshalled(null), marshalled(null), marshalled(null));
    }

    /** The next renewal of a registration, when the back end has come further. */
    static BackendRegistration renewed(BackendRegistration first, long committedEpoch, long committedIndex) {
        return new BackendRegistration(
                first.member(),
                first.process(),
                first.cluster(),
                first.age().withCommitted(committedEpoch, committedIndex),
                first.backend(),
                first.replica(),
                first.control());
    }

    static BackendRegistration backend(String name, MarshalledObject<Backend> stub) {
        var member = new Member(name, UUID.randomUUID());
        return new BackendRegistration(
                member,
                UUID.randomUUID(),
                BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                stub,
                marshalled(null),
                marshalled(null));
    }

    static FrontendRegistration frontend(String name) {
        return new FrontendRegistration(name, UUID.randomUUID(), marshalled(null));
    }

    /** In the form in which a stub travels; the content is not read, so it can be anything. */
    @SuppressWarnings("unchecked")
    static <T> MarshalledObject<T> marshalled(@Nullable Object content) {
        try {
            return (MarshalledObject<T>) new MarshalledObject<>(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
