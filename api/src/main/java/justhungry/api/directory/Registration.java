package justhungry.api.directory;

import java.io.Serializable;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.client.Frontend;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.NodeNames;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.WireFormat;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.Replica;

/**
 * A process's registration in the directory, renewed while the process runs. Stubs travel as data
 * ({@link MarshalledObject}): unmarshalling a stub calls its host, so only a process that is about to call it does that.
 */
public sealed interface Registration extends Serializable {
    /** The name under which the process is known. */
    String name();

    /** The id of this run of the process: it tells a restart from a second process of the same name. */
    UUID process();

    /** The stub that the RMI registry binds to the name: what clients of such a process call. */
    MarshalledObject<? extends Remote> bound();

    /**
     * The {@linkplain WireFormat#VERSION format} of the process, 0 or more. 0 is "older than 1, or unknown": the process is of
     * a build that did not say it, or it came by way of a name server of such a build.
     */
    int format();

    record BackendRegistration(
            Member member,
            UUID process,
            UUID cluster,
            DataAge age,
            MarshalledObject<Backend> backend,
            MarshalledObject<Replica> replica,
            MarshalledObject<BackendControl> control,
            int format)
            implements Registration {
        public BackendRegistration {
            Preconditions.present("a part of a registration", member, process, cluster, age, backend, replica, control);
            Preconditions.range("a format", format, 0, Integer.MAX_VALUE);
        }

        /** The registration of a process of this format. */
        public BackendRegistration(
                Member member,
                UUID process,
                UUID cluster,
                DataAge age,
                MarshalledObject<Backend> backend,
                MarshalledObject<Replica> replica,
                MarshalledObject<BackendControl> control) {
            this(member, process, cluster, age, backend, replica, control, WireFormat.VERSION);
        }

        /** The cluster of a back end that has not joined one yet. */
        public static final UUID NO_CLUSTER = new UUID(0, 0);

        @Override
        public String name() {
            return member.name();
        }

        /** Whether requests for it reach the same object of the same process. All else may change with each renewal. */
        public boolean isSameReceiverAs(BackendRegistration other) {
            return process.equals(other.process) && backend.equals(other.backend);
        }

        @Override
        public MarshalledObject<Backend> bound() {
            return backend;
        }
    }

    record FrontendRegistration(String name, UUID process, MarshalledObject<Frontend> frontend, int format)
            implements Registration {
        public FrontendRegistration {
            Preconditions.present("a part of a registration", process, frontend);
            NodeNames.require(name);
            Preconditions.range("a format", format, 0, Integer.MAX_VALUE);
        }

        /** The registration of a process of this format. */
        public FrontendRegistration(String name, UUID process, MarshalledObject<Frontend> frontend) {
            this(name, process, frontend, WireFormat.VERSION);
        }

        @Override
        public MarshalledObject<Frontend> bound() {
            return frontend;
        }
    }
}
