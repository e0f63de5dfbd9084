package justhungry.replay.check.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The check of a history against a model: first all of its operations are added, in the order of the file, then each
 * partition is checked on its own.
 */
public final class HistoryCheck<S, Q, A> {
    private final OperationReader<Q, A> reader;
    private final Supplier<Model<S, Q, A>> models;
    private final Model<S, Q, A> rules;
    private final Map<Object, PartitionCheck<S, Q, A>> partitions = new LinkedHashMap<>();

    /**
     * A check without operations.
     *
     * @param reader gives the operations once more, in any order
     * @param models a new model for each partition
     */
    public HistoryCheck(OperationReader<Q, A> reader, Supplier<Model<S, Q, A>> models) {
        this.reader = reader;
        this.models = models;
        this.rules = models.get();
    }

    public void add(HistoryOperation<Q, A> operation) {
        partitions
                .computeIfAbsent(
                        rules.partition(operation.request()), key -> new PartitionCheck<>(reader, models.get()))
                .add(operation);
    }

    /**
     * Checks all operations.
     *
     * @param known what was counted before; it is not used afterwards
     * @throws IllegalArgumentException when the operations are not enough for a first state
     */
    public AnomalyCounts result(AnomalyCounts known) throws IOException {
        var anomalies = known;
        for (var partition : partitions.values()) {
            anomalies = partition.check(anomalies);
        }
        return anomalies;
    }
}
