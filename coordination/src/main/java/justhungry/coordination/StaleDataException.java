package justhungry.coordination;

import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;

/** The failure of a back end to start as the member that it was, because its data are an old copy. */
public final class StaleDataException extends CannotStartException {
    private static final long serialVersionUID = 1;

    public StaleDataException(String message) {
        super(ExitCode.UNAVAILABLE, message);
    }
}
