package justhungry.replay.check.history;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.replay.check.engine.HistoryOperation;
import justhungry.replay.check.engine.LogicalTime;
import justhungry.replay.check.engine.OperationKind;

/** The parser of a history's lines. */
final class HistoryParser {
    private static final Pattern COLUMN = Pattern.compile("^(.*?) at line 1 column (\\d+).*", Pattern.DOTALL);

    private static final Pattern CUT = Pattern.compile("End of input|Unterminated string");

    private final Path file;

    HistoryParser(Path file) {
        this.file = file;
    }

    /** Parses the first line: the version of the format, and the script. */
    void readHeader(String text) throws HistoryException {
        try {
            var header = JsonFields.of("", parse(text)).only("jhHistory", "script");
            if (header.number("jhHistory") != 1) {
                throw header.expected("jhHistory", "1, the only version");
            }
            header.text("script");
        } catch (IllegalArgumentException e) {
            throw error(1, e.getMessage() + "; a history begins with {\"jhHistory\":1,\"script\":\"…\"}");
        } catch (JsonParseException e) {
            throw notJson(1, e);
        }
    }

    /** Parses the last line, which has the number of requests; empty when this is another line. */
    OptionalLong readEnd(int line, String text) throws HistoryException {
        if (!text.contains(History.END)) {
            return OptionalLong.empty();
        }
        try {
            var end = JsonFields.of("", parse(text));
            return end.has(History.END)
                    ? OptionalLong.of(end.only(History.END).numberFrom(0, History.END))
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            throw error(line, String.valueOf(e.getMessage()));
        } catch (JsonParseException e) {
            throw notJson(line, e);
        }
    }

    HistoryOperation<UserRequest, Answer> read(int line, String text) throws HistoryException {
        try {
            return operation(
                    line,
                    JsonFields.of("", parse(text))
                            .only(
                                    "op",
                                    "user",
                                    "client",
                                    "args",
                                    "start",
                                    "end",
                                    "epoch",
                                    "revision",
                                    "turn",
                                    "decidedAt",
                                    "response"));
        } catch (IllegalArgumentException e) {
            throw error(line, String.valueOf(e.getMessage()));
        } catch (JsonParseException e) {
            throw notJson(line, e);
        }
    }

    HistoryException error(int line, String why) {
        return new HistoryException("%s, line %d: %s".formatted(file, line, why));
    }

    private static HistoryOperation<UserRequest, Answer> operation(int line, JsonFields fields) {
        var args = fields.has("args") ? fields.object("args") : JsonFields.of("/args", new JsonObject());
        fields.numberFrom(0, "client");
        var user = fields.text("user");
        var request = HistoryRequestParser.read(fields.text("op"), args);
        long start = fields.numberFrom(0, "start");
        long end = fields.numberFrom(0, "end");
        var time = logicalTime(fields);
        var decidedAt = fields.time("decidedAt");
        var answer = AnswerParser.read(fields.object("response"), decidedAt);
        if (end < start) {
            throw fields.expected("end", "no less than the start");
        }
        if (answer.isOk() && time.isEmpty()) {
            throw fields.expected("turn", "a number, as for every executed request");
        }
        return new HistoryOperation<>(
                line, new UserRequest(user, request), answer, start, end, kind(request, answer, time), time, decidedAt);
    }

    private static OperationKind kind(Request request, Answer answer, Optional<LogicalTime> time) {
        boolean isFromFrontend = answer instanceof Answer.Refused
                && time.filter(LogicalTime::isFromFrontend).isPresent();
        boolean hasPlace = time.isPresent() && !isFromFrontend;
        if (request.isUpdate() && isUnknown(answer)) {
            return hasPlace ? OperationKind.UNDECIDED : OperationKind.UNKNOWN;
        }
        if (!hasPlace) {
            return OperationKind.NONE;
        }
        return request.isUpdate() ? OperationKind.UPDATE : OperationKind.READ;
    }

    /** The cluster itself may report that an outcome is unknown, when a retry comes too late. */
    private static boolean isUnknown(Answer answer) {
        return answer instanceof Answer.Unknown || answer.isRefused(RefusalReason.EXPIRED);
    }

    private static Optional<LogicalTime> logicalTime(JsonFields fields) {
        if (!fields.has("turn") && !fields.has("epoch") && !fields.has("revision")) {
            return Optional.empty();
        }
        return Optional.of(new LogicalTime(
                fields.numberFrom(0, "epoch"), fields.numberFrom(0, "revision"), fields.numberFrom(0, "turn")));
    }

    private static JsonElement parse(String text) {
        var json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
        try {
            var element = UniqueKeysJson.read(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonSyntaxException("more than one value on the line");
            }
            return element;
        } catch (IOException e) { // The text is in memory: the rest of the line is not JSON.
            throw new JsonSyntaxException(String.valueOf(e.getMessage()), e);
        }
    }

    private HistoryException notJson(int line, JsonParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof OutOfMemoryError memory) { // Gson wraps it, but the line may be fine
            throw memory;
        }
        var message = String.valueOf(cause.getMessage());
        var place = COLUMN.matcher(message);
        var hint = CUT.matcher(message).lookingAt() ? "; was the file cut off?" : "";
        return place.matches()
                ? new HistoryException("%s, line %d, column %s: not JSON (%s)%s"
                        .formatted(file, line, place.group(2), place.group(1), hint))
                : error(
                        line,
                        "not JSON (%s)".formatted(message.lines().findFirst().orElse("")));
    }
}
