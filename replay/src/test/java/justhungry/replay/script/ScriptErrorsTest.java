package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the errors in scripts, each reported with its file, line and column, and a suggestion. */
class ScriptErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'PLACE_ODER','user':'ada'} | 7: there is no op 'PLACE_ODER'. Did you mean PLACE_ORDER?",
                "{'op':'X','user':'ada'} | 7: there is no op 'X'; use one of: USER_DETAILS, PLACE_ORDER, CANCEL, PRODUCT_LIST, ORDER_COST, VIEW_ORDERS, VIEW_ACTIVE, VIEW_ORDER, VIEW_DETAILS",
                "{'op':1,'user':'ada'} | 7: expected one of USER_DETAILS, PLACE_ORDER, CANCEL, PRODUCT_LIST, ORDER_COST, VIEW_ORDERS, VIEW_ACTIVE, VIEW_ORDER, VIEW_DETAILS, found 1",
                "{'op':'PRODUCT_LIST','usr':'ada'} | 22: a request has no key 'usr'. Did you mean user?",
                "{'op':'PRODUCT_LIST'} | 1: a request needs the key 'user'",
                "{'op':'PRODUCT_LIST','user':'🍌'} | 29: not a user name: '🍌'; use 1 to 60 letters, digits, _ . and -, starting with a letter or digit",
                "{'op':'PRODUCT_LIST','user':'ada','op':'CANCEL'} | 35: duplicate key 'op'",
                "{'op':'PRODUCT_LIST','user':'ada','args':{'limit':1}} | 43: args of PRODUCT_LIST has no key 'limit'",
                "{'op':'CANCEL','user':'ada'} | 1: CANCEL needs 'order' in its args: a whole number, or a variable like \"${first}\"",
                "{'op':'CANCEL','user':'ada','args':{}} | 36: CANCEL needs 'order' in its args: a whole number, or a variable like \"${first}\"",
                "{'op':'CANCEL','user':'ada','args':{'order':'7'}} | 45: expected a whole number, or a variable like \"${first}\", found the string \"7\"",
                "{'op':'CANCEL','user':'ada','args':{'order':1.5}} | 45: expected a whole number, or a variable like \"${first}\", found 1.5",
                "{'op':'CANCEL','user':'ada','args':{'order':1000000000000000000}} | 45: an order's number is 1000000000000000000; it must be from 1 to 999999999999999999",
                "{'op':'CANCEL','user':'ada','args':{'order':0}} | 45: an order's number is 0; it must be from 1 to 999999999999999999",
                "{'op':'CANCEL','user':'ada','args':{'order':'${first}'}} | 45: no earlier line captures 'first'",
                "{'op':'VIEW_ORDERS','user':'ada','args':{'limit':101}} | 50: the number of orders on a page is 101; it must be from 1 to 100",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'apple':1,'kale':0}}} | 67: the quantity of kale is 0; it must be from 1 to 1000000000",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'apple':1,'Apple':1}}} | 49: 'Apple' is in the basket twice",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{}}} | 49: the basket is empty: add at least one product",
                "{'op':'ORDER_COST','user':'ada','args':{'items':{'apple':'2'}}} | 58: expected a whole number, or a variable like \"${first}\", found the string \"2\"",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'a':1},'delivery':'NextDay'}} | 69: a delivery's"
                        + " code has upper-case letters, digits and _ only, like SAME_DAY: not 'NextDay'",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'a':1},'delivery':'NEXT_DAY','tip':1.5}} | 86: expected a string with an amount, like \"1.50\", found 1.5",
                "{'op':'PLACE_ORDER','user':'ada','args':{'items':{'a':1},'delivery':'NEXT_DAY','tip':'-1'}} | 86: not an amount of money: write 0 or more, like 1.50",
                "{'op':'USER_DETAILS','user':'ada','args':{'firstName':'A','lastName':'L','phone':'x','postcode':'D','address':'1'}} | 82: a phone number has digits, with spaces, dots, slashes, hyphens or brackets between them; write it like 020 7946 0000 or +44 20 7946 0000",
                "{'op':'PRODUCT_LIST','user':'ada','expect':{'status':'ok'}} | 45: not a JSON Pointer: 'status'; write it like /orders/0/id, with ~1 for / and ~0 for ~ in a key",
                "{'op':'PRODUCT_LIST','user':'ada','expect':{'/a':{'b':['${c}']}}} | 56: no earlier line captures 'c'",
                "{'op':'PRODUCT_LIST','user':'ada','expect':{'/a':'${c'}} | 50: ${ must be followed by a name and }, like ${first}; for a plain ${, write $${",
                "{'op':'PRODUCT_LIST','user':'ada','capture':{'1st':'/a'}} | 46: not a variable name: '1st'; use letters, digits and _, starting with a letter",
                "{'op':'PRODUCT_LIST','user':'ada','capture':{'a':'/~2'}} | 50: not a JSON Pointer: '/~2'; write it like /orders/0/id, with ~1 for / and ~0 for ~ in a key",
                "{'op':'PRODUCT_LIST','user':'ada','within':'5s'} | 44: 'within' needs 'expect': it repeats the read until the response is as expected",
                "{'op':'PRODUCT_LIST','user':'ada','within':'5 s','expect':{'/a':1}} | 44: not a time: '5 s'; write it like 500ms, 5s or 1min, up to 60min",
                "{'op':'PRODUCT_LIST','user':'ada','within':'61min','expect':{'/a':1}} | 44: within must be from 1ms to 60min",
                "{'op':'CANCEL','user':'ada','args':{'order':1},'within':'5s','expect':{'/a':1}} | 57: 'within' is for reads only: it repeats the request, and CANCEL would be executed again",
                "{'fault':'kil','target':'primary'} | 10: there is no fault 'kil'. Did you mean kill?",
                "{'fault':'kill','target':'primry'} | 26: there is no target 'primry'. Did you mean primary?",
                "{'fault':'kill','fauget':'primary'} | 17: a fault has no key 'fauget'. Did you mean fault or target?",
                "{'fault':'kill','target':'Server 1'} | 26: not a name: use 1 to 40 lower-case letters, digits and hyphens, beginning with a letter, like server1",
                "{'fault':'kill','target':'primary','after':3} | 36: a fault has no key 'after'; use one of: fault, target",
                "{'repeat':0,'of':[{'op':'PRODUCT_LIST','user':'ada'}]} | 11: expected a number of iterations from 1 to 10000000, found 0",
                "{'repeat':2,'of':[]} | 18: expected 1 to 1000 requests, found 0",
                "{'repeat':2,'of':[{'op':'PRODUCT_LIST','user':'ada','fault':'kill'}]} | 53: a request has no key 'fault'; use one of: op, user, args, expect, capture, within",
                "{'repeat':2,'of':[{'op':'PRODUCT_LIST','user':'ada'}],'faults':[{'after':3,'fault':'kill','target':'primary'}]} | 74: expected a number of requests from 0 to 2, found 3",
                "{'jh':1} | 2: a line has no key 'jh'; use one of: op, user, args, expect, capture, within, fault, target, repeat, of, faults",
                "{'opp':'CANCEL','user':'ada'} | 2: a line has no key 'opp'. Did you mean op?",
                "{'user':'ada'} | 1: expected a request (with the key 'op'), a fault (with 'fault') or a repeat (with 'repeat')",
                "[] | 1: expected a request, a fault or a repeat, found an array",
                "{'op':} | 7: expected a JSON value, found '}'"
            })
    void anInvalidLineIsReportedWithItsPositionAndASuggestion(String line, String message) {
        assertThatThrownBy(() -> ScriptText.parse(ScriptText.HEADER + "\n" + quoted(line) + "\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("t.jsonl:3:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'PRODUCT_LIST','user':'ada'} | 1: the first line must be the header, like {\"jh\":1}",
                "{'jh':2} | 7: this program reads version 1 of the format, not 2",
                "{'jh':'1'} | 7: expected the format version, 1, found the string \"1\"",
                "{'jh':1,'sed':1} | 9: a header has no key 'sed'. Did you mean seed?",
                "{'jh':1,'clients':257} | 19: expected a number of clients from 1 to 256, found 257",
                "{'jh':1,'rate':'200'} | 16: not a rate: '200'; write it like 200/s or 90/min, from 1 to 999999",
                "{'jh':1,'name':' '} | 16: a script's name must have 1 to 100 characters and no control characters",
                "{'jh':1,'seed':1.5} | 16: expected a whole number, found 1.5"
            })
    void anInvalidHeaderIsReportedWithItsPosition(String line, String message) {
        assertThatThrownBy(() -> ScriptText.parse(quoted(line))).hasMessage("t.jsonl:1:" + message);
    }

    @Test
    void whenAMessageQuotesAControlCharacter_thenItIsEscaped() {
        assertThatThrownBy(() -> ScriptText.parse(quoted("{'jh':1,'a\\n\\u001bb':1}")))
                .hasMessageStartingWith("t.jsonl:1:9: a header has no key 'a\\u000a\\u001bb'");
    }

    @Test
    void anEmptyFileIsReported() {
        assertThatThrownBy(() -> ScriptText.parse("\n\n"))
                .hasMessage("t.jsonl: is empty; a script begins with {\"jh\":1}");
    }

    @Test
    void aVariableThatIsNearlyACapturedOneIsNamed() {
        var script = ScriptText.HEADER
                + quoted("{'op':'PRODUCT_LIST','user':'ada','capture':{'First':'/order'}}\n")
                + quoted("{'op':'CANCEL','user':'ada','args':{'order':'${frist}'}}\n");

        assertThatThrownBy(() -> ScriptText.parse(script))
                .hasMessage("t.jsonl:3:45: no earlier line captures 'frist'. Did you mean ${First}?");
    }

    @Test
    void aVariableOfAnIterationIsNotKnownAfterTheRepeat() {
        var script = ScriptText.HEADER
                + quoted("{'repeat':2,'of':[{'op':'PRODUCT_LIST','user':'ada','capture':{'id':'/order'}},"
                        + "{'op':'CANCEL','user':'ada','args':{'order':'${id}'}}]}\n")
                + quoted("{'op':'CANCEL','user':'ada','args':{'order':'${id}'}}\n");

        assertThatThrownBy(() -> ScriptText.parse(script)).hasMessage("t.jsonl:3:45: no earlier line captures 'id'");
    }

    @Test
    void aLineCannotUseWhatItCapturesItself() {
        var script = ScriptText.HEADER
                + quoted("{'op':'PRODUCT_LIST','user':'ada','capture':{'a':'/x'},'expect':{'/x':'${a}'}}");

        assertThatThrownBy(() -> ScriptText.parse(script)).hasMessageContaining("no earlier line captures 'a'");
    }

    @Test
    void allMistakesOfAScriptAreToldAtOnce() {
        var script = quoted("{'jh':1,'sed':'x','clients':0}\n")
                + quoted("{'op':'PLACE_ODER','usr':'🍌','capture':{'first':'order'}}\n")
                + quoted("{'op':'CANCEL','user':'ada','args':{'order':'${first}'}}\n")
                + quoted("{'op':'ORDER_COST','user':'ada','args':{'items':{'apple':0}},'expect':{'a':1,'b':2}}\n")
                + quoted(
                        "{'repeat':0,'of':[{'op':'CANCEL','user':'ada'},{'op':'X','user':'ada'}],'faults':[{'after':1,'fault':'kil','target':'primry'}]}\n")
                + quoted("{'fault':'kil','target':'primry'}\n");

        assertThatThrownBy(() -> ScriptText.parse(script))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        all -> assertThat(all.messages())
                                .extracting(message -> message.substring("t.jsonl:".length(), message.indexOf(": ") + 2)
                                        + message.substring(message.indexOf(": ") + 2)
                                                .replaceFirst("[ ,'].*", ""))
                                .as("line, column, and the first word of each")
                                .containsExactly(
                                        "1:9: a",
                                        "1:15: expected",
                                        "1:29: expected",
                                        "2:20: a",
                                        "2:7: there",
                                        "2:26: not",
                                        "2:49: not",
                                        "4:58: the",
                                        "4:72: not",
                                        "4:78: not",
                                        "5:11: expected",
                                        "5:19: CANCEL",
                                        "5:54: there",
                                        "5:102: there",
                                        "5:117: there",
                                        "6:10: there",
                                        "6:25: there"));
    }

    @Test
    void aKeyThatOneMayHaveMeantIsNotSaidToBeMissing() {
        var script = ScriptText.HEADER
                + quoted("{'op':'USER_DETAILS','user':'ada','args':{'istName':'A','postcode':'D','address':'1'}}\n");

        assertThatThrownBy(() -> ScriptText.parse(script))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        all -> assertThat(all.messages())
                                .containsExactly(
                                        "t.jsonl:2:43: args of USER_DETAILS has no key 'istName'. Did you mean firstName or lastName?",
                                        "t.jsonl:2:42: USER_DETAILS needs 'phone' in its args: a string"));
    }

    @Test
    void afterALineThatCannotBeRead_aVariableIsNoMistake_becauseThatLineMayHaveCapturedIt() {
        var script = ScriptText.HEADER
                + quoted("{'op':'PRODUCT_LIST','user':'ada','capture':{'first':'/order'}\n")
                + quoted("{'op':'CANCEL','user':'ada','args':{'order':'${first}'}}\n");

        assertThatThrownBy(() -> ScriptText.parse(script))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        all -> assertThat(all.messages())
                                .singleElement()
                                .asString()
                                .startsWith("t.jsonl:2:"));
    }

    @Test
    void withoutAHeaderTheOtherLinesAreCheckedToo_butAFileOfAnotherKindIsNot() {
        var line = quoted("{'op':'X','user':'ada'}\n");

        assertThatThrownBy(() -> ScriptText.parse(line.repeat(3)))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        all -> assertThat(all.messages())
                                .hasSize(3)
                                .first()
                                .asString()
                                .contains("the header"));
        assertThatThrownBy(() -> ScriptText.parse("PNG\n".repeat(3)))
                .isInstanceOfSatisfying(
                        ScriptException.class, all -> assertThat(all.messages()).hasSize(1));
        assertThatThrownBy(() -> ScriptText.parse(quoted("{'jh':2}\n") + line))
                .isInstanceOfSatisfying(
                        ScriptException.class, all -> assertThat(all.messages()).hasSize(1));
    }

    @Test
    void ofThousandsOfMistakesTheFirstOnesAreTold() {
        requireCut(quoted("{'op':'X','user':'ada'}\n").repeat(5_000));
    }

    @Test
    void ofThousandsOfMistakesInOneLineTheFirstOnesAreTold() {
        var wrong = quoted("{'op':'X','user':'ada'}");
        requireCut(quoted("{'repeat':2,'of':[%s]}\n").formatted(String.join(",", Collections.nCopies(60, wrong))));

        var keys = IntStream.range(0, 60).mapToObj("'key %d':1,"::formatted).collect(Collectors.joining());
        requireCut(quoted("{%s'op':'PRODUCT_LIST','user':'ada'}\n".formatted(keys)));
    }

    private static void requireCut(String lines) {
        var script = ScriptText.HEADER + lines;

        assertThatThrownBy(() -> ScriptText.parse(script))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        all -> assertThat(all.messages())
                                .hasSize(MistakeCollector.MAX_MISTAKES + 1)
                                .last()
                                .isEqualTo("t.jsonl: there may be more mistakes; the check ends here"));
    }

    /** Allows single quotes in the lines above, for readability. */
    private static String quoted(String line) {
        return line.replace('\'', '"');
    }
}
