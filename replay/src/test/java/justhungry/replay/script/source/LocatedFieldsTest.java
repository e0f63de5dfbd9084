package justhungry.replay.script.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The members of an object with mistyped keys, of which {@code nate} is as near to {@code name} as to {@code rate}. */
class LocatedFieldsTest {
    private static final List<String> KNOWN = List.of("name", "rate", "user");

    private final MistakeCollector mistakes = new MistakeCollector();

    @Test
    void aKeyThatIsNearToOneCountsAsThatOne() throws ScriptException {
        var fields = fields("{\"usr\":1}");

        assertThat(fields.required("user").wholeNumber("a number", 1, 1)).isEqualTo(1);
        assertMistakes("t.jsonl:1:2: an object has no key 'usr'. Did you mean user?");
    }

    @Test
    void aKeyThatIsNearToSeveralCountsForNone_andNoneOfThemIsSaidToBeMissing() throws ScriptException {
        var fields = fields("{\"nate\":1}");

        assertThat(mistakes.read(() -> fields.required("name"))).isEmpty();
        assertThat(mistakes.read(() -> fields.required("rate"))).isEmpty();
        assertMistakes("t.jsonl:1:2: an object has no key 'nate'. Did you mean name or rate?");
    }

    @Test
    void aKeyThatNoneMayBeIsMissing() throws ScriptException {
        var fields = fields("{\"nate\":1,\"zzzz\":2}");

        assertThat(mistakes.read(() -> fields.required("user"))).isEmpty();
        assertMistakes(
                "t.jsonl:1:2: an object has no key 'nate'. Did you mean name or rate?",
                "t.jsonl:1:11: an object has no key 'zzzz'; use one of: name, rate, user",
                "t.jsonl:1:1: an object needs the key 'user'");
    }

    private LocatedFields fields(String json) throws ScriptException {
        return LocatedFields.of(new SourceLine("t.jsonl", 1, json).parse(), "an object", KNOWN, mistakes);
    }

    private void assertMistakes(String... messages) {
        assertThatThrownBy(mistakes::check)
                .isInstanceOfSatisfying(
                        ScriptException.class, all -> assertThat(all.messages()).containsExactly(messages));
    }
}
