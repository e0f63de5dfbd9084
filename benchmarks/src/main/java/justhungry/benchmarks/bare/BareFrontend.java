package justhungry.benchmarks.bare;

import java.util.List;

/** A front end that forwards messages to the primary, all that wait in one call, with as many senders as the product's. */
final class BareFrontend implements Call {
    private static final int SENDERS = 4;
    private static final int MOST_PER_CALL = 64;

    private final Batcher<byte[], byte[]> batches;

    BareFrontend(Calls primary) {
        batches = new Batcher<>(
                SENDERS, MOST_PER_CALL, messages -> List.of(primary.carry(messages.toArray(byte[][]::new))));
    }

    @Override
    public byte[] carry(byte[] message) {
        batches.begin(Message.inBatch(message)).join();
        return Message.reply(message);
    }
}
