package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.ServerSocket;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.rmi.UnmarshalException;
import java.rmi.server.UnicastRemoteObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import org.junit.jupiter.api.Test;

class ProcessStubsTest {
    private static final UUID PROCESS = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final ProcessStubs<Remote> stubs = new ProcessStubs<>();

    @Test
    void aStubIsUnmarshalledOnce_untilItsProcessHasEnded() throws IOException {
        Backend object = batch -> new Batch.Replies(List.of());
        var stub = UnicastRemoteObject.exportObject(object, 0, new Lane("stubs", "requests"), ServerSocket::new);
        var marshalled = new MarshalledObject<>(stub);

        var first = stubs.resolve(PROCESS, marshalled);
        var other = stubs.resolve(OTHER, marshalled);
        assertThat(stubs.resolve(PROCESS, marshalled)).isSameAs(first).isNotSameAs(other);

        stubs.keepOnly(Set.of(OTHER));
        assertThat(stubs.resolve(PROCESS, marshalled)).isNotSameAs(first);
        assertThat(stubs.resolve(OTHER, marshalled)).isSameAs(other);
        UnicastRemoteObject.unexportObject(object, true);
    }

    @Test
    void aStubThatCannotBeReadIsAFailedCall() throws IOException {
        var marshalled = new MarshalledObject<Remote>(new DamagedStub());

        assertThatThrownBy(() -> stubs.resolve(PROCESS, marshalled)).isInstanceOf(UnmarshalException.class);
    }

    private static final class DamagedStub implements Remote, Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new IOException("damaged, though there were %d bytes".formatted(in.available()));
        }
    }
}
