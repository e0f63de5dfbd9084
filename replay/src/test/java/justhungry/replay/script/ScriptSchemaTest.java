package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import justhungry.replay.script.model.RandomScript;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A comparison of {@code docs/replay.schema.json} with the parser. The parser refuses every line that the schema
 * refuses. It accepts every line that the schema accepts, except for the errors that a schema cannot express: {@link
 * #NOT_IN_SCHEMA}.
 */
class ScriptSchemaTest {
    /**
     * The parser's messages for errors that no schema of single lines can express: variables, order, sums, rules of the
     * API.
     */
    private static final Pattern NOT_IN_SCHEMA = Pattern.compile(String.join(
            "|",
            "no earlier line captures",
            "must be followed by a name",
            "the first line must be",
            "a line has no key 'jh'",
            "stands twice",
            "this repeat's requests from 0 to",
            "within must be from 1ms to 60min",
            "has \\d+ characters; at most",
            " is empty$",
            "has a control character",
            "a phone number has ",
            "not an amount of money",
            "a script's name must have",
            "there is no target '",
            "duplicate key '"));

    private static final Path SCHEMA = Path.of("..", "docs", "replay.schema.json");
    private static final List<JsonElement> ODD_VALUES = List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive(true),
            new JsonPrimitive(0),
            new JsonPrimitive(1),
            new JsonPrimitive(-1),
            new JsonPrimitive(2.5),
            new JsonPrimitive(5_000_000_000L),
            new JsonPrimitive(""),
            new JsonPrimitive("/a~1b"),
            new JsonPrimitive("~"),
            new JsonPrimitive("5s"),
            new JsonPrimitive("CANCEL"),
            new JsonPrimitive("kill"),
            new JsonPrimitive("200/s"),
            new JsonPrimitive("${first}"),
            new JsonPrimitive("x ${first}"),
            new JsonPrimitive("$${first}"),
            new JsonPrimitive("${"),
            new JsonArray(),
            new JsonObject());

    private final Validator validator =
            new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    private final URI schema = validator.registerSchema(readSchema());

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 20).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jh':1}",
                "{'jh':1.0,'name':'x','seed':-9223372036854775808,'clients':256,'rate':'999999/min'}",
                "{'op':'PRODUCT_LIST','user':'ada','args':{}}",
                "{'op':'VIEW_ACTIVE','user':'0','args':{'limit':100,'before':999999999999999999},'within':'1min','expect':{'':null}}",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'Ünknown 🍌':1000000000}},'capture':{},'expect':{}}",
                "{'op':'CANCEL','user':'ada','args':{'order':'${first}'}}",
                "{'op':'VIEW_ORDER','user':'ada','args':{'order':7},'within':'5s','expect':{'/status':'ok'}}",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':'${first}'},'delivery':'${first}','tip':'£${first}'}}",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':1},'delivery':'BY_DRONE_2'}}",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':1},'delivery':'BY_${first}'}}",
                "{'op':'VIEW_DETAILS','user':'ada','within':'5s','expect':{'/postcode':'DH1 3LE'}}",
                "{'fault':'restart','target':'killed'}",
                "{'repeat':10000000,'of':[{'op':'PRODUCT_LIST','user':'ada'}],'faults':[]}"
            })
    void bothAcceptAValidLine(String line) {
        var json = parse(line);

        assertThat(accepts(json)).as("the schema").isTrue();
        assertThat(refusal(json)).as("the parser").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jh':2}",
                "{'jh':1,'clients':0}",
                "{'jh':1,'clients':257}",
                "{'jh':1,'rate':'0/s'}",
                "{'jh':1,'rate':'200/h'}",
                "{'jh':1,'seed':9223372036854775808}",
                "{'jh':1,'more':1}",
                "{'op':'BUY','user':'ada'}",
                "{'op':'PRODUCT_LIST'}",
                "{'op':'PRODUCT_LIST','user':'a b'}",
                "{'op':'PRODUCT_LIST','user':'ada','args':{'limit':1}}",
                "{'op':'VIEW_DETAILS','user':'ada','args':{'order':7}}",
                "{'op':'PRODUCT_LIST','user':'ada','wait':'5s'}",
                "{'op':'PRODUCT_LIST','user':'ada','within':'5s'}",
                "{'op':'PRODUCT_LIST','user':'ada','within':'5s','expect':{}}",
                "{'op':'CANCEL','user':'ada','args':{'order':1},'within':'5s','expect':{'/status':'ok'}}",
                "{'op':'PRODUCT_LIST','user':'ada','expect':{'status':'ok'}}",
                "{'op':'PRODUCT_LIST','user':'ada','capture':{'a-b':'/x'}}",
                "{'op':'PRODUCT_LIST','user':'ada','capture':{'a':'x'}}",
                "{'op':'CANCEL','user':'ada'}",
                "{'op':'VIEW_ORDER','user':'ada','args':{'limit':1}}",
                "{'op':'CANCEL','user':'ada','args':{'order':'x${first}'}}",
                "{'op':'CANCEL','user':'ada','args':{'order':0}}",
                "{'op':'CANCEL','user':'ada','args':{'order':1000000000000000000}}",
                "{'op':'VIEW_ORDERS','user':'ada','args':{'limit':101}}",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{}}}",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'apple':0}}}",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'apple':1.5}}}",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'':1}}}",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':1}}}",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':1},'delivery':'soon'}}",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'apple':1},'delivery':'$${first}'}}",
                "{'op':'USER_DETAILS','user':'ada','args':{'firstName':'A','lastName':'L','phone':'11111','postcode':'D'}}",
                "{'fault':'stop','target':'primary'}",
                "{'fault':'kill'}",
                "{'fault':'kill','target':'Server'}",
                "{'fault':'kill','target':'primary','after':1}",
                "{'repeat':0,'of':[{'op':'PRODUCT_LIST','user':'ada'}]}",
                "{'repeat':1,'of':[]}",
                "{'repeat':1,'of':[{'repeat':1,'of':[{'op':'PRODUCT_LIST','user':'ada'}]}]}",
                "{'repeat':1,'of':[{'op':'PRODUCT_LIST','user':'ada'}],'faults':[{'fault':'kill','target':'primary'}]}",
                "{}",
                "[]",
                "'text'"
            })
    void bothRefuseAnInvalidLine(String line) {
        var json = parse(line);

        assertThat(accepts(json)).as("the schema").isFalse();
        assertThat(refusal(json)).as("the parser").isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothAcceptWhateverTheWriterWrites(long seed) throws IOException {
        assertThat(lines(seed)).allSatisfy(line -> assertThat(accepts(line)).isTrue());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theyAgreeOnValidLinesWithOneChange(long seed) throws IOException {
        var random = new Random(seed);
        for (var line : lines(seed)) {
            for (int i = 0; i < 8; i++) {
                var changed = line.deepCopy();
                change(changed, random);
                requireAgreement(changed);
            }
        }
    }

    @Test
    void theExamplesMatchTheSchema() throws IOException {
        for (var example : ExamplesTest.examples()) {
            for (var line : Files.readAllLines(example)) {
                assertThat(line.isBlank() || accepts(JsonParser.parseString(line)))
                        .as(line)
                        .isTrue();
            }
        }
    }

    private void requireAgreement(JsonElement line) {
        var refusal = refusal(line);
        if (accepts(line)) {
            refusal.ifPresent(message ->
                    assertThat(message).as("the schema takes %s", line).containsPattern(NOT_IN_SCHEMA));
        } else {
            assertThat(refusal).as("the schema refuses %s", line).isPresent();
        }
    }

    private boolean accepts(JsonElement line) {
        return validator.validate(schema, line).isValid();
    }

    /** The parser's error for a line, as the first line or after one that captures {@code first} and {@code second}. */
    private static Optional<String> refusal(JsonElement line) {
        boolean header = line instanceof JsonObject object && object.has("jh");
        var before = header
                ? ""
                : "{\"jh\":1}\n{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\","
                        + "\"capture\":{\"first\":\"/a\",\"second\":\"/b\",\"third\":\"/c\"}}\n";
        try {
            ScriptText.parse(before + line);
            return Optional.empty();
        } catch (ScriptException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<JsonElement> lines(long seed) throws IOException {
        var random = new RandomScript(seed);
        return ScriptWriterTest.written(random.header(), random.steps())
                .lines()
                .map(JsonParser::parseString)
                .toList();
    }

    /** Removes, changes or adds a member or an element, anywhere in the line. */
    private static void change(JsonElement line, Random random) {
        var places = new ArrayList<JsonElement>();
        addContainers(line, places);
        var place = places.get(random.nextInt(places.size()));
        var odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).deepCopy();
        if (place instanceof JsonObject object) {
            var keys = new ArrayList<>(object.keySet());
            keys.add(new String[] {"args", "after", "within", "x", "1x"}[random.nextInt(5)]);
            var key = keys.get(random.nextInt(keys.size()));
            if (random.nextBoolean()) {
                object.add(key, odd);
            } else {
                object.remove(key);
            }
        } else if (place instanceof JsonArray array) {
            array.add(odd);
        }
    }

    private static void addContainers(JsonElement json, List<JsonElement> into) {
        if (json instanceof JsonObject object) {
            into.add(object);
            object.entrySet().stream().map(Map.Entry::getValue).forEach(value -> addContainers(value, into));
        } else if (json instanceof JsonArray array) {
            into.add(array);
            array.forEach(element -> addContainers(element, into));
        }
    }

    private static JsonElement parse(String line) {
        return JsonParser.parseString(line.replace('\'', '"'));
    }

    private static String readSchema() {
        try {
            return Files.readString(SCHEMA);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
