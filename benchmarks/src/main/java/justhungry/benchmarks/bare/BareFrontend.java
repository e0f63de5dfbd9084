package justhungry.benchmarks.bare;

import java.util.List;

/** A front end that forwards messages to the primary, all that wait in one call, with as many senders as the product's. */
final class BareFrontend implements FrontendCall {
    private static final int SENDERS = 4;
    private static final int MAX_PER_CALL = 64;

    private final ItemBatcher<byte[], byte[]> batches;

    BareFrontend(PrimaryCall primary) {
        batches = new ItemBatcher<>(
                SENDERS, MAX_PER_CALL, messages -> List.of(primary.carry(messages.toArray(byte[][]::new))));
    }

    @Override
    public byte[] carry(byte[] message) {
        batches.begin(BareMessage.inBatch(message)).join();
        return BareMessage.reply(message);
    }
}
