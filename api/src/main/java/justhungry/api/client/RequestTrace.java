package justhungry.api.client;

import java.io.Serializable;
import java.util.List;
import justhungry.api.cluster.NodeNames;
import justhungry.api.codec.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The reply of a front end to a request, with the way of the request from there.
 *
 * @param frontend its name
 * @param attempts the first ones, at most {@link #MAX_ATTEMPTS}; none when the front end answered by itself
 * @param micros from the arrival of the request to the reply
 */
public record RequestTrace(Reply reply, String frontend, List<Attempt> attempts, long micros) implements Serializable {
    public static final int MAX_ATTEMPTS = 100;

    public RequestTrace {
        Preconditions.present("a traced reply", reply);
        NodeNames.require(frontend);
        attempts = Preconditions.list("attempts", Attempt.class, attempts, MAX_ATTEMPTS);
        Preconditions.range("a time", micros, 0, Long.MAX_VALUE);
    }

    /**
     * An attempt to have the request carried out by a back end.
     *
     * @param epoch of the view by which it was sent there
     * @param micros from sending to the answer, or until there was none
     * @param answer null when there was none
     */
    public record Attempt(
            String backend,
            long epoch,
            long micros,
            @Nullable PrimaryTrace answer) implements Serializable {
        public Attempt {
            NodeNames.require(backend);
            Preconditions.range("an epoch", epoch, 0, Long.MAX_VALUE);
            Preconditions.range("a time", micros, 0, Long.MAX_VALUE);
        }
    }
}
