package justhungry.cluster.process;

/** A signal that was sent and has not taken effect. To send it again may hit another process, so it is not tried again. */
public final class SignalWithoutEffectException extends ClusterException {
    private static final long serialVersionUID = 1;

    public SignalWithoutEffectException(String message) {
        super(message);
    }
}
