package justhungry.replay.script.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineParserTest {
    private static final String[] PARTS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\\n\"",
        "\"",
        "\\",
        "\\u00e9",
        "\\ud83c\\udf4c",
        "\\ud83c",
        "🍌",
        "é",
        "1",
        "-0",
        "01",
        "1.5",
        "1e2",
        "-",
        ".",
        "true",
        "false",
        "null",
        "tru",
        " ",
        "\t",
        "{\"a\":1}",
        "[1,2]",
        "{\"c\":[],\"d\":{}}"
    };

    @Test
    void everyPartHasItsColumn() throws ScriptException {
        var line = parse("  {\"a\":[1, \"é\"], \"b\":{}}");

        assertThat(column(line)).isEqualTo(3);
        assertThat(column(value(line, "a"))).isEqualTo(8);
        assertThat(column(value(line, "a").elements().get(1))).isEqualTo(12);
        assertThat(member(line, "b").key().error("x")).hasMessage("t.jsonl:7:18: x");
        assertThat(column(value(line, "b"))).isEqualTo(22);
    }

    @Test
    void aCharacterBeyondTheBasicPlaneIsOneColumnAndAnEscapeIsAsManyAsItHasCharacters() throws ScriptException {
        var line = parse("[\"🍌🍌\",\"\\ud83c\\udf4c\",1]");

        assertThat(line.elements().get(0).string("a text")).isEqualTo("🍌🍌");
        assertThat(line.elements().get(1).string("a text")).isEqualTo("🍌");
        assertThat(column(line.elements().get(1))).isEqualTo(7);
        assertThat(column(line.elements().get(2))).isEqualTo(22);
    }

    @Test
    void numbersThatAreEqualAreEqualHoweverWritten() throws ScriptException {
        var line = parse("[2, 2.0, 20e-1, 9007199254740993, 1.50, 1.5]");

        assertThat(line.elements().subList(0, 3))
                .allSatisfy(two -> assertThat(two.json()).isEqualTo(new JsonPrimitive(2)));
        assertThat(line.elements().get(3).json()).isNotEqualTo(new JsonPrimitive(9007199254740992L));
        assertThat(line.elements().get(4).json())
                .isEqualTo(line.elements().get(5).json());
    }

    @Test
    void largeNumbersKeepTheirValue() throws ScriptException {
        assertThat(parse("9223372036854775808").json().getAsBigDecimal())
                .isEqualByComparingTo(new BigDecimal("9223372036854775808"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | 8: duplicate key 'a'",
                "{\"a\" 1} | 6: expected a colon after the key, found '1'",
                "{\"a\":1 \"b\":2} | 8: expected a comma or }, found '\"'",
                "{\"a\":1,} | 8: expected a key in quotation marks, found '}'",
                "{\"op\":PLACE} | 7: expected a JSON value, found 'P'",
                "{\"🍌\":x} | 6: expected a JSON value, found 'x'",
                "{\"a\":\"b | 6: this string has no closing quotation mark",
                "{\"a\":1 | 7: expected a comma or }, found the end of the line; each line must be one whole JSON object",
                "{\"a\":01} | 7: expected a comma or }, found '1'",
                "{\"a\":1}} | 8: expected the end of the line, found '}'",
                "{\"a\":\"x\\y\"} | 8: invalid escape; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits",
                "{\"a\":\"\\ud83c\"} | 6: this string has only half of a surrogate pair",
                "[1e99999999999] | 2: this number has too large an exponent",
                "# a comment | 1: expected a JSON value, found '#'; a script has no comments"
            })
    void invalidJsonIsReportedWithItsColumn(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ScriptException.class)
                .hasMessage("t.jsonl:7:" + message);
    }

    @Test
    void depthAndDigitsHaveLimits() {
        assertThatThrownBy(() -> parse("[".repeat(1_000)))
                .hasMessageContaining("7:33: objects and arrays are nested more than");
        assertThatThrownBy(() -> parse("1".repeat(101))).hasMessageContaining("more than 100 characters");
    }

    @Test
    void aControlCharacterInAStringIsReportedByItsNumber() {
        assertThatThrownBy(() -> parse("\"a\tb\""))
                .hasMessageContaining("7:3: ")
                .hasMessageContaining("U+0009");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void itAcceptsWhatGsonAcceptsAndMakesTheSameOfIt(long seed) {
        var random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < 5_000; i++) {
            var text = randomText(random);
            var ours = ours(text);
            assertThat(ours).as(text).isEqualTo(gsons(text));
            accepted += ours.isPresent() ? 1 : 0;
        }
        assertThat(accepted).isBetween(250, 4_750);
    }

    /** Many are valid: about half are built as arrays. */
    private static String randomText(Random random) {
        var text = new StringBuilder();
        boolean array = random.nextBoolean();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append(array && i > 0 ? "," : "").append(PARTS[random.nextInt(PARTS.length)]);
        }
        return array ? "[" + text + "]" : text.toString();
    }

    private static Optional<JsonElement> ours(String text) {
        try {
            return Optional.of(parse(text).json());
        } catch (ScriptException e) {
            return Optional.empty();
        }
    }

    /** Gson accepts duplicate keys; the random texts have no such object. */
    private static Optional<JsonElement> gsons(String text) {
        try {
            var reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement json = new Gson().getAdapter(JsonElement.class).read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(json) : Optional.empty();
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static LocatedJson parse(String text) throws ScriptException {
        return new SourceLine("t.jsonl", 7, text).parse();
    }

    private static LocatedJson value(LocatedJson object, String key) {
        return member(object, key).value();
    }

    private static LocatedJson.Property member(LocatedJson object, String key) {
        return Optional.ofNullable(object.members().get(key)).orElseThrow();
    }

    private static int column(LocatedJson node) {
        var position = node.position();
        return position.line().text().codePointCount(0, position.offset()) + 1;
    }
}
