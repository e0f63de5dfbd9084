package justhungry.coordination;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.UnicastRemoteObject;
import java.util.UUID;
import justhungry.api.cluster.View;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.directory.Directory;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.ReservedPort;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NameServerClientTest {
    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    /** Any program of the name server's machine can bind what it likes in an RMI registry. */
    @Test
    void whenSomethingElseIsBoundInItsName_thenThatIsAFailedCallLikeAnyOther() throws Exception {
        try (var port = new ReservedPort();
                var views =
                        ExportedObject.export(new NoViews(), RmiProcess.LOOPBACK, 0, new Lane("stranger", "views"))) {
            var registry =
                    LocateRegistry.createRegistry(port.number(), new Lane("stranger", "registry"), ServerSocket::new);
            try {
                registry.rebind(Directory.NAME, views.stub());
                var client = new NameServerClient(new NameServerAddress(RmiProcess.LOOPBACK, port.number()));

                assertThatThrownBy(client::listing)
                        .isInstanceOf(RemoteException.class)
                        .hasMessageContaining("is not a Just Hungry name server");
            } finally {
                UnicastRemoteObject.unexportObject((Remote) registry, true);
            }
        }
    }

    private static final class NoViews implements ViewRegister {
        @Override
        public View current() {
            return View.NONE;
        }

        @Override
        public boolean propose(View expected, View next) {
            return false;
        }

        @Override
        public boolean rebuild(UUID cluster, View view) {
            return false;
        }
    }
}
