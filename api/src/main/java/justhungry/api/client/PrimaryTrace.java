package justhungry.api.client;

import java.io.Serializable;
import java.util.List;
import justhungry.api.cluster.NodeNames;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/**
 * The reply of a back end to a request, with the way of the request there.
 *
 * @param epoch the epoch of the newest view that the back end knew when it answered
 * @param entry the index of the entry that was decided with the request; 0 when there is none, as for a read
 * @param acknowledgements of that entry, in the order in which they came, until the reply
 * @param micros from the arrival of the request to the reply
 */
public record PrimaryTrace(long epoch, Reply reply, long entry, List<Acknowledgement> acknowledgements, long micros)
        implements Serializable {
    public PrimaryTrace {
        Preconditions.present("a traced reply", reply);
        Preconditions.range("an epoch", epoch, 0, Long.MAX_VALUE);
        Preconditions.range("an entry's index", entry, 0, Long.MAX_VALUE);
        acknowledgements =
                Preconditions.list("acknowledgements", Acknowledgement.class, acknowledgements, Limits.MEMBERS);
        Preconditions.range("a time", micros, 0, Long.MAX_VALUE);
    }

    /**
     * A replica's acknowledgement of an entry.
     *
     * @param micros from the decision of the entry until the primary had it
     */
    public record Acknowledgement(String replica, long micros) implements Serializable {
        public Acknowledgement {
            NodeNames.require(replica);
            Preconditions.range("a time", micros, 0, Long.MAX_VALUE);
        }
    }
}
