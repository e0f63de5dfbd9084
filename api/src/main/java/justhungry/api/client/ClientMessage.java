package justhungry.api.client;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import justhungry.api.codec.EncodedMessage;

/** A message between client, front end and primary, encoded. */
final class ClientMessage extends EncodedMessage implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Kinds KINDS = new Kinds(
            "client message",
            List.of(
                    Envelope.class,
                    Batch.class,
                    Reply.Answered.class,
                    Reply.NotExecuted.class,
                    Reply.OutcomeUnknown.class,
                    Reply.NotPrimary.class));

    ClientMessage(Record message) {
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
