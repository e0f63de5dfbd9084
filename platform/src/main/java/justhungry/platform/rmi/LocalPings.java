package justhungry.platform.rmi;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The answers to the pings of one client connection, given here. RMI pings the other side before it uses a connection again
 * that was idle for 5 ms, and after one quick answer before every use: each call is then two round trips. A connection that
 * was closed here, as when its lane was cut, is still found dead; one whose other side has ended is met by the call itself.
 *
 * <p>A ping is a byte of its own where a message begins, that is, after a read (Java RMI Specification, 10.2). Within a call
 * the same byte is data.
 */
final class LocalPings {
    private static final int PING = 0x52;
    private static final int PING_ACK = 0x53;

    /** The other side has answered, and nothing was written since. */
    private boolean atBeginning;

    private boolean pinged;
    private final BooleanSupplier isClosed;

    /** @param isClosed whether the connection was closed here */
    LocalPings(BooleanSupplier isClosed) {
        this.isClosed = isClosed;
    }

    InputStream answersIn(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                if (pinged) {
                    pinged = false;
                    return PING_ACK;
                }
                atBeginning = true;
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (pinged && length > 0) {
                    bytes[from] = (byte) read();
                    return 1;
                }
                atBeginning = true;
                return super.read(bytes, from, length);
            }
        };
    }

    OutputStream questionsIn(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (atBeginning && length == 1 && bytes[from] == PING && !isClosed.getAsBoolean()) {
                    pinged = true;
                } else {
                    atBeginning = false;
                    out.write(bytes, from, length);
                }
            }
        };
    }
}
