package justhungry.api.replication;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import justhungry.api.codec.EncodedMessage;

/** A message between back ends, encoded. */
final class ReplicationMessage extends EncodedMessage implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Kinds KINDS = new Kinds(
            "replication message",
            List.of(
                    Append.class,
                    SnapshotChunk.class,
                    AppendResponse.Acknowledged.class,
                    AppendResponse.LogMismatch.class,
                    AppendResponse.StaleEpoch.class,
                    AppendResponse.ChunkAccepted.class,
                    AppendResponse.ChunkRejected.class,
                    AppendResponse.NewerVersionNeeded.class));

    ReplicationMessage(Record message) {
        super(KINDS, message);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        writeBytes(out);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        readBytes(in);
    }

    private Object readResolve() throws InvalidObjectException {
        return message(KINDS);
    }
}
