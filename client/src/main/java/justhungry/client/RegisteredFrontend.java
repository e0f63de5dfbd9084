package justhungry.client;

import java.io.IOException;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.util.UUID;
import justhungry.api.client.Frontend;
import justhungry.api.directory.Registration.FrontendRegistration;
import org.jspecify.annotations.Nullable;

/** A front end from the directory. Its stub is unmarshalled when it is first needed, because that calls its host. */
final class RegisteredFrontend implements FrontendHandle {
    private final FrontendRegistration registration;
    private @Nullable Frontend stub;

    RegisteredFrontend(FrontendRegistration registration) {
        this.registration = registration;
    }

    UUID process() {
        return registration.process();
    }

    @Override
    public String name() {
        return registration.name();
    }

    @Override
    public Frontend connect() throws RemoteException {
        if (stub == null) {
            stub = unmarshal();
        }
        return stub;
    }

    private Frontend unmarshal() throws RemoteException {
        try {
            return registration.frontend().get();
        } catch (IOException | ClassNotFoundException | RuntimeException e) { // whatever it sent, it cannot be used
            throw new UnmarshalException("what is registered as %s is not a front end".formatted(name()), e);
        }
    }
}
