package justhungry.client;

import java.util.List;
import java.util.Optional;
import justhungry.api.client.RequestTrace;

/**
 * The way of a request, as its client knows it.
 *
 * @param silent the front ends that gave no answer, in the order in which they were tried
 * @param settled the answer that settled the request; empty when there was none
 */
public record ClientTrace(List<String> silent, Optional<RequestTrace> settled) {
    public ClientTrace {
        silent = List.copyOf(silent);
    }
}
