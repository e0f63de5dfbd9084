package justhungry.replay.check.history;

import java.util.Locale;
import justhungry.api.shop.Request;
import justhungry.client.json.InvalidArgumentException;
import justhungry.client.json.Operation;
import justhungry.platform.text.NearestWord;

/**
 * The parser of a history's requests, from an operation and its arguments. Its errors are {@link
 * IllegalArgumentException}s with the path of the value.
 */
final class HistoryRequestParser {
    private HistoryRequestParser() {}

    static Request read(String name, JsonFields args) {
        var operation = Operation.named(name)
                .orElseThrow(() -> new IllegalArgumentException("/op: there is no request %s; expected one of: %s%s"
                        .formatted(name, String.join(", ", Operation.names()), didYouMean(name))));
        args.only(operation.argumentNames());
        try {
            return operation.request(args.json());
        } catch (InvalidArgumentException e) {
            throw new IllegalArgumentException("/args/%s: %s".formatted(String.join("/", e.path()), e.getMessage()), e);
        }
    }

    private static String didYouMean(String operation) {
        var names = Operation.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return NearestWord.to(operation, names)
                .map(name -> " (did you mean %s?)".formatted(name.toUpperCase(Locale.ROOT)))
                .orElse("");
    }
}
