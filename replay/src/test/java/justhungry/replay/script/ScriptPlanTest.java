package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;

class ScriptPlanTest {
    private static final String READ = "{'op':'PRODUCT_LIST','user':'ada'}\n";

    @Test
    void thePlanTellsWhatEachLineWouldDo() throws ScriptException {
        assertThat(plan(
                        READ,
                        "{'op':'VIEW_ACTIVE','user':'ada'}\n",
                        "{'fault':'kill','target':'primary'}\n",
                        "{'op':'PRODUCT_LIST','user':'ada','within':'5s','expect':{'/status':'ok'}}\n",
                        "{'repeat':250,'of':[{'op':'PRODUCT_LIST','user':'ada'},{'op':'VIEW_ACTIVE','user':'ada'}],"
                                + "'faults':[{'after':200,'fault':'restart','target':'killed'}]}\n",
                        "{'repeat':1000,'of':[{'op':'PRODUCT_LIST','user':'ada'}]}\n"))
                .containsExactly(
                        "lines 2 to 3: PRODUCT_LIST, VIEW_ACTIVE",
                        "line 4: kill primary",
                        "line 5: PRODUCT_LIST of ada, until it is as expected, for up to 5s",
                        "line 6: 250 x 2 requests (PRODUCT_LIST, VIEW_ACTIVE), restart killed after 200",
                        "line 7: 1,000 x PRODUCT_LIST");
    }

    @Test
    void whatLooksLikeAMistakeIsAWarning() throws ScriptException {
        assertThat(plan(
                        "{'fault':'pause','target':'server2'}\n",
                        "{'fault':'resume','target':'paused'}\n",
                        "{'fault':'resume','target':'paused'}\n",
                        "{'fault':'restart','target':'killed'}\n"))
                .contains(
                        "warning: there is no request in it",
                        "warning: line 4: resume paused: no line before it pauses a process",
                        "warning: line 5: restart killed: no line before it kills a process")
                .noneMatch(line -> line.startsWith("warning: line 3"));
    }

    @Test
    void thePlanOfALongScriptIsShort() throws ScriptException {
        assertThat(plan(READ.repeat(5_000))).containsExactly("lines 2 to 5001: 5,000 requests");
        assertThat(plan((READ + "{'fault':'kill','target':'primary'}\n").repeat(500)))
                .hasSize(101)
                .last()
                .isEqualTo("… and 900 more");
        assertThat(plan("{'fault':'resume','target':'paused'}\n".repeat(500)))
                .hasSize(203)
                .last()
                .isEqualTo("… and 400 more warnings");
    }

    @Test
    void requestsThatAreNotShownCountAsTheOneLineThatTheyWouldBe() throws ScriptException {
        assertThat(plan("{'fault':'kill','target':'primary'}\n".repeat(101), READ.repeat(5_000)))
                .last()
                .isEqualTo("… and 2 more");
    }

    private static List<String> plan(String... lines) throws ScriptException {
        return ScriptPlan.lines(
                ScriptText.parse(ScriptText.HEADER + String.join("", lines).replace('\'', '"')));
    }
}
