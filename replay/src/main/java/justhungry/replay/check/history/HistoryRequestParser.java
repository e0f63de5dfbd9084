package justhungry.replay.check.history;

import justhungry.api.shop.Request;
import justhungry.client.json.InvalidArgumentException;
import justhungry.client.json.Operation;

/**
 * The parser of a history's requests, from an operation and its arguments. Its errors are {@link
 * IllegalArgumentException}s with the path of the value.
 */
final class HistoryRequestParser {
    private HistoryRequestParser() {}

    static Request read(String name, JsonFields args) {
        var operation = Operation.named(name)
                .orElseThrow(() -> new IllegalArgumentException("/op: there is no request %s; expected one of: %s%s"
                        .formatted(
                                name,
                                String.join(", ", Operation.names()),
                                JsonFields.suggestion(name, Operation.names()))));
        args.only(operation.argumentNames());
        try {
            return operation.request(args.json());
        } catch (InvalidArgumentException e) {
            throw new IllegalArgumentException("/args/%s: %s".formatted(String.join("/", e.path()), e.getMessage()), e);
        }
    }
}
