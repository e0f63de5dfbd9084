package justhungry.platform.rmi;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The answers to the pings of one client connection, given here. RMI pings the other side before it uses a connection again
 * that was idle for 5 ms, and after one quick answer before every use: each call is then two round trips. A ping is spared
 * where the other side was heard from a moment ago. Any other is sent, and so is that of a connection which was closed here,
 * as when its lane was cut: RMI finds it dead and makes a new one. If the other side has ended in that moment, the call itself
 * fails, as one that was under way.
 *
 * <p>A ping is a byte of its own where a message begins, that is, after a read (Java RMI Specification, 10.2). Within a call
 * the same byte is data.
 */
final class LocalPings {
    /** How long an answer is a sign of life. */
    static final Duration HEARD_RECENTLY = Duration.ofMillis(100);

    private static final int PING = 0x52;
    private static final int PING_ACK = 0x53;

    private final BooleanSupplier isClosed;
    private final LongSupplier nanoTime;

    /** The other side has answered, and nothing was written since. */
    private boolean atBeginning;

    private long heardNanos;
    private boolean pinged;

    /** @param isClosed whether the connection was closed here */
    LocalPings(BooleanSupplier isClosed, LongSupplier nanoTime) {
        this.isClosed = isClosed;
        this.nanoTime = nanoTime;
    }

    InputStream answersIn(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                if (pinged) {
                    pinged = false;
                    return PING_ACK;
                }
                return heard(super.read());
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (pinged && length > 0) {
                    bytes[from] = (byte) read();
                    return 1;
                }
                return heard(super.read(bytes, from, length));
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
                if (length == 1 && bytes[from] == PING && isSpared()) {
                    pinged = true;
                } else {
                    atBeginning = false;
                    out.write(bytes, from, length);
                }
            }
        };
    }

    private int heard(int result) {
        atBeginning = true;
        heardNanos = nanoTime.getAsLong();
        return result;
    }

    private boolean isSpared() {
        return atBeginning && nanoTime.getAsLong() - heardNanos < HEARD_RECENTLY.toNanos() && !isClosed.getAsBoolean();
    }
}
