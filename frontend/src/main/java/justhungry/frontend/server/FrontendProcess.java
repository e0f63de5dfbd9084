package justhungry.frontend.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.MarshalledObject;
import java.util.UUID;
import java.util.function.Consumer;
import justhungry.api.client.Frontend;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.coordination.NameServer;
import justhungry.coordination.Registrar;
import justhungry.frontend.failover.Shortage;
import justhungry.frontend.forwarding.Forwarding;
import justhungry.frontend.forwarding.Signpost;
import justhungry.frontend.forwarding.Stubs;
import justhungry.frontend.postcodes.Postcodes;
import justhungry.frontend.server.Settings.WhenShort;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.rmi.Exported;
import justhungry.platform.rmi.Lane;

/** A running front end, wired from its parts. */
final class FrontendProcess implements AutoCloseable {
    private static final int MOST_REQUESTS = 500;

    private static final Logger LOG = System.getLogger(FrontendProcess.class.getName());

    private final Forwarding forwarding;
    private final ControlCalls calls;
    private final Supervisor supervisor;
    private final Exported<Frontend> frontend;
    private final Registrar registrar;

    private FrontendProcess(Settings settings, Timings timeouts, Postcodes postcodes, Consumer<String> giveUp)
            throws IOException {
        var currentRoute = new Signpost();
        var stubs = new Stubs();
        var nameServer = new NameServer(settings.nameServer());
        this.forwarding = new Forwarding(currentRoute);
        this.calls = new ControlCalls(stubs);
        this.supervisor = new Supervisor(
                stubs,
                calls,
                new Failover(nameServer, calls, timeouts.gathering()),
                currentRoute,
                new ShortageWatch(
                        new Shortage(timeouts.patienceAtStart(), timeouts.patience()), whenShort(settings, giveUp)),
                timeouts.suspectAfter());
        var server = new FrontendServer(settings.name(), postcodes, forwarding, currentRoute, MOST_REQUESTS);
        this.frontend = Exported.export(server, settings.host(), 0, new Lane(settings.name(), "orders"));
        var registration =
                new FrontendRegistration(settings.name(), UUID.randomUUID(), new MarshalledObject<>(frontend.stub()));
        this.registrar = new Registrar(nameServer, () -> registration, message -> LOG.log(Level.INFO, message));
    }

    /**
     * Starts a front end. When this returns, it is registered and takes requests.
     *
     * @param giveUp takes the reason and ends the process, when too few back ends are usable and it was asked to end then
     * @throws CannotStartException when the name server is not there after all attempts, or refuses the name
     */
    static FrontendProcess start(Settings settings, Timings timeouts, Postcodes postcodes, Consumer<String> giveUp)
            throws CannotStartException, IOException, InterruptedException {
        var process = new FrontendProcess(settings, timeouts, postcodes, giveUp);
        try {
            process.supervisor.onListing(process.registrar.register(timeouts.nameServerTrials()));
        } catch (CannotStartException e) {
            process.close();
            throw e;
        }
        process.registrar.keepRenewing(process.supervisor::onListing);
        process.supervisor.start();
        process.forwarding.start();
        return process;
    }

    private static Consumer<String> whenShort(Settings settings, Consumer<String> giveUp) {
        return settings.whenShort() == WhenShort.EXIT ? giveUp : why -> {};
    }

    /** The object that clients call. */
    Frontend frontend() {
        return frontend.target();
    }

    @Override
    public void close() {
        registrar.close();
        frontend.close();
        supervisor.close();
        forwarding.close();
        calls.close();
    }
}
