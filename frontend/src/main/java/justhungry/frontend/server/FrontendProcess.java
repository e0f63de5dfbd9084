package justhungry.frontend.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.MarshalledObject;
import java.util.UUID;
import java.util.function.Consumer;
import justhungry.api.client.Frontend;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.coordination.LeaseKeeper;
import justhungry.coordination.NameServerClient;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.forwarding.StubCache;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.frontend.server.FrontendSettings.WhenShort;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;

/** A running front end, wired from its parts. */
final class FrontendProcess implements AutoCloseable {
    private static final int MAX_REQUESTS = 500;

    private static final Logger LOG = System.getLogger(FrontendProcess.class.getName());

    private final RequestForwarder forwarder;
    private final ControlClient control;
    private final FailoverThread failover;
    private final ExportedObject<Frontend> frontend;
    private final LeaseKeeper leaseKeeper;
    private final PostcodeChecker postcodes;

    private FrontendProcess(
            FrontendSettings settings, FrontendTimeouts timeouts, PostcodeChecker postcodes, Consumer<String> giveUp)
            throws IOException {
        this.postcodes = postcodes;
        var currentRoute = new CurrentRoute();
        var stubs = new StubCache();
        var nameServer = new NameServerClient(settings.nameServer());
        this.forwarder = new RequestForwarder(currentRoute);
        this.control = new ControlClient(nameServer, stubs);
        this.failover =
                new FailoverThread(timeouts.failover(), stubs, control, currentRoute, whenShort(settings, giveUp));
        var server = new FrontendServer(
                settings.name(), postcodes, forwarder, currentRoute, MAX_REQUESTS, timeouts.request());
        this.frontend = ExportedObject.export(server, settings.host(), 0, new Lane(settings.name(), Lane.ORDERS));
        var registration =
                new FrontendRegistration(settings.name(), UUID.randomUUID(), new MarshalledObject<>(frontend.stub()));
        this.leaseKeeper = new LeaseKeeper(nameServer, () -> registration, message -> LOG.log(Level.INFO, message));
    }

    /**
     * Starts a front end. When this returns, it is registered and takes requests.
     *
     * @param giveUp takes the reason and ends the process, when too few back ends are usable and it was asked to end then
     * @throws CannotStartException when the name server is not there after all attempts, or refuses the name
     */
    static FrontendProcess start(
            FrontendSettings settings, FrontendTimeouts timeouts, PostcodeChecker postcodes, Consumer<String> giveUp)
            throws CannotStartException, IOException, InterruptedException {
        var process = new FrontendProcess(settings, timeouts, postcodes, giveUp);
        try {
            process.failover.onListing(process.leaseKeeper.register(timeouts.nameServerRetryInterval()));
        } catch (CannotStartException e) {
            process.close();
            throw e;
        }
        process.leaseKeeper.keepRenewing(process.failover::onListing);
        process.failover.start();
        process.forwarder.start();
        return process;
    }

    private static Consumer<String> whenShort(FrontendSettings settings, Consumer<String> giveUp) {
        return settings.whenShort() == WhenShort.EXIT ? giveUp : why -> {};
    }

    /** The object that clients call. */
    Frontend frontend() {
        return frontend.target();
    }

    @Override
    public void close() {
        leaseKeeper.close();
        frontend.close();
        failover.close();
        forwarder.close();
        control.close();
        postcodes.close();
    }
}
