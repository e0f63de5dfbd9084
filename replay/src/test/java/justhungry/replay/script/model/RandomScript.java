package justhungry.replay.script.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import justhungry.api.shop.Request;
import justhungry.client.json.ArgumentForm;
import justhungry.client.json.Operation;

/** A generator of valid scripts, with every kind of step. */
public final class RandomScript {
    private static final List<String> TEXTS = List.of(
            "apple", "a ${x} b", "$${", "$$", "${", "\"\\/\u2028<&>", "é🍌", "tab\there", "~1/~0", "x".repeat(60));
    private static final List<String> POINTERS = List.of("", "/status", "/orders/0/id", "/a~1b/~0", "/é🍌 \"");

    private final Random random;
    private int line = 1;

    public RandomScript(long seed) {
        random = new Random(seed);
    }

    public ScriptHeader header() {
        return new ScriptHeader(
                maybe(() -> "lunch \"é\" 🍌"),
                random.nextLong(),
                1 + random.nextInt(ScriptHeader.MAX_CLIENTS),
                maybe(this::rate));
    }

    /** The first step captures all variables that the others use. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new RequestStep(
                ++line,
                Operation.of(new Request.ListProducts()),
                "ada",
                empty(),
                List.of(),
                captures("first", "second"),
                Optional.empty()));
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            line++;
            steps.add(step());
        }
        return steps;
    }

    private Step step() {
        return switch (random.nextInt(4)) {
            case 0 -> fault();
            case 1 -> repeat();
            default -> ask();
        };
    }

    private RepeatStep repeat() {
        var of = some(3, any -> ask());
        of.add(ask());
        int iterations = 1 + random.nextInt(RepeatStep.MAX_ITERATIONS);
        var scheduled = some(3, any -> new RepeatStep.ScheduledFault(random.nextInt(iterations), fault()));
        return new RepeatStep(line, iterations, of, scheduled);
    }

    private FaultStep fault() {
        var target = one(List.of("primary", "replica", "killed", "paused", "server2", "frontend1"));
        return new FaultStep(line, one(List.of(FaultType.values())), target);
    }

    private RequestStep ask() {
        var op = one(Operation.all());
        var expect = new LinkedHashMap<JsonPointer, ResponseExpectation>();
        some(3, any -> new JsonPointer(one(POINTERS)))
                .forEach(pointer -> expect.put(pointer, new ResponseExpectation(pointer, value(2))));
        var within = op.isUpdate() || expect.isEmpty() ? Optional.<PollTimeout>empty() : maybe(this::within);
        var captures = random.nextBoolean() ? captures("third") : List.<ResponseCapture>of();
        return new RequestStep(
                line, op, one(List.of("ada", "ben.2")), args(op), List.copyOf(expect.values()), captures, within);
    }

    private List<ResponseCapture> captures(String... names) {
        return List.of(names).stream()
                .map(name -> new ResponseCapture(name, new JsonPointer(one(POINTERS))))
                .toList();
    }

    private Template args(Operation op) {
        var args = new JsonObject();
        for (var arg : op.arguments()) {
            if (arg.presence() == Operation.Presence.REQUIRED || random.nextBoolean()) {
                args.add(
                        arg.name(),
                        random.nextBoolean()
                                ? arg(arg.form().shape())
                                : arg.form().sampleJson());
            }
        }
        return new Template(args);
    }

    private JsonElement arg(ArgumentForm.Shape shape) {
        var variable = Template.variable("first").json();
        return switch (shape) {
            case TEXT -> random.nextBoolean() ? new JsonPrimitive("1${second}") : variable;
            case NUMBER -> variable;
            case NUMBERS -> basket(variable);
        };
    }

    private JsonObject basket(JsonElement variable) {
        var basket = new JsonObject();
        IntStream.range(0, 1 + random.nextInt(3))
                .forEach(i -> basket.add(
                        "product " + i, random.nextBoolean() ? variable : new JsonPrimitive(1L + random.nextInt(9))));
        return basket;
    }

    private Template value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Template.variable("first");
            case 1 -> new Template(new JsonPrimitive("order ${second}!"));
            case 2 -> new Template(new JsonPrimitive(random.nextLong()));
            case 3 -> new Template(new JsonPrimitive(random.nextBoolean()));
            case 4 -> new Template(JsonNull.INSTANCE);
            case 5 -> Template.literal(new JsonPrimitive(one(TEXTS)));
            case 6 -> {
                var array = new JsonArray();
                some(3, any -> value(depth - 1).json()).forEach(array::add);
                yield new Template(array);
            }
            default -> {
                var object = new JsonObject();
                some(3, any -> one(TEXTS))
                        .forEach(key -> object.add(key, value(depth - 1).json()));
                yield new Template(object);
            }
        };
    }

    private RequestRate rate() {
        return RequestRate.parse((1 + random.nextInt(999_999)) + one(List.of("/s", "/min")));
    }

    private PollTimeout within() {
        return PollTimeout.parse(1 + random.nextInt(60) + one(List.of("ms", "s", "min")));
    }

    private static Template empty() {
        return new Template(new JsonObject());
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int max, Function<Integer, T> each) {
        var values = new ArrayList<T>();
        IntStream.range(0, random.nextInt(max + 1)).forEach(i -> values.add(each.apply(i)));
        return values;
    }
}
