package justhungry.replay.script.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
    /** The document of RFC 6901, section 5, and more. */
    private static final String DOCUMENT =
            "{'foo':['bar','baz'],'':0,'a/b':1,'c%d':2,'e^f':3,'g|h':4,'i\\\\j':5,' ':7,'m~n':8,'~1':9,'x':null}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "/foo;['bar','baz']",
                "/foo/0;'bar'",
                "/;0",
                "/a~1b;1",
                "/c%d;2",
                "/e^f;3",
                "/g|h;4",
                "/i\\j;5",
                "/ ;7",
                "/m~0n;8",
                "/~01;9",
                "/x;null"
            })
    void itPointsByTheRulesOfTheRfc(String pointer, String value) {
        assertThat(new JsonPointer(pointer).in(JsonParser.parseString(DOCUMENT)))
                .contains(JsonParser.parseString(value));
    }

    @Test
    void theEmptyPointerIsTheWhole() {
        var whole = JsonParser.parseString(DOCUMENT);

        assertThat(new JsonPointer("").in(whole)).contains(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/foo/2", "/foo/-", "/foo/01", "/foo/99999999999", "/foo/bar", "/nothing", "/foo/0/x", "/x/y"})
    void aPartThatIsAbsentIsNotFound(String pointer) {
        assertThat(new JsonPointer(pointer).in(JsonParser.parseString(DOCUMENT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "#/foo", "/a~", "/a~2b", " /a"})
    void aTextThatIsNotAPointerIsRefused(String pointer) {
        assertThatThrownBy(() -> new JsonPointer(pointer)).hasMessageContaining("not a JSON Pointer");
    }

    @Test
    void aLongPointerIsRead() {
        var nothing = JsonParser.parseString("{}");

        assertThat(new JsonPointer("/a".repeat(100_000)).in(nothing)).isEmpty();
        assertThat(new JsonPointer("/" + "a".repeat(900_000)).in(nothing)).isEmpty();
    }
}
