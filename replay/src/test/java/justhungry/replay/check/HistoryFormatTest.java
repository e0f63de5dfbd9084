package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import justhungry.replay.check.history.HistoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the errors in histories, each reported with its position and the expected value. */
class HistoryFormatTest {
    private static final String HEADER = "{'jhHistory':1,'script':'lunch'}\n";
    private static final String LIST =
            "{'op':'PRODUCT_LIST','user':'ada','client':0,'args':{},'start':1,'end':2,'epoch':1,'revision':1,'turn':0,"
                    + "'response':{'status':'ok','products':[{'name':'apple','price':'1.99','stock':15}]}}\n";

    @TempDir
    Path directory;

    @Test
    void theLastLineNeedsNoLineFeed() throws IOException, HistoryException {
        assertThat(Verification.of(file(HEADER + LIST + end(1).strip())).passed())
                .isTrue();
    }

    @Test
    void aByteOrderMarkAtTheBeginningIsIgnored() throws IOException, HistoryException {
        assertThat(Verification.of(file("\ufeff" + HEADER + LIST + end(1))).passed())
                .isTrue();
    }

    @Test
    void aHistoryWithoutRequestsProvesNothing() throws IOException, HistoryException {
        var verdict = Verification.of(file(HEADER + end(0)));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.text()).endsWith("NOT verified: the history has no requests");
        assertThat(verdict.json().get("conclusion").getAsString())
                .isEqualTo("NOT verified: the history has no requests");
    }

    @Test
    void aHistoryWithoutAnAnswerIsNotWrong_butProvesNothing() throws IOException, HistoryException {
        var refused = LIST.replaceFirst(
                "'epoch'.*", "'response':{'status':'refused','reason':'NO_FRONT_END','message':'no'}}");

        var verdict = Verification.of(file(HEADER + refused + end(1)));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.text())
                .contains("not judged            1", "  no back end answered any request")
                .endsWith("NOT verified: no error was found, but not everything could be judged");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aHistoryThatIsCutAtTheEndOfALineIsRefused(int lines) {
        assertRefused(
                HEADER + LIST.repeat(lines),
                "line %d: the history ends here, without its last line, {'jhHistoryRequests':…}. If its replay is still running"
                        .formatted(lines + 1)
                        .replace('\'', '"'));
    }

    @Test
    void aHistoryThatLacksLinesOrHasTwoEndsIsRefused() {
        assertRefused(HEADER + LIST + end(2), "line 3: expected 2 requests before this line, found 1");
        assertRefused(HEADER + end(0) + LIST, "line 3: the history ended on the line before");
        assertRefused(HEADER + "{'jhHistoryRequests':-1}\n", "line 2: /jhHistoryRequests: expected 0 or more");
        assertRefused(HEADER + "{'jhHistoryRequests':0,'x':1}\n", "line 2: /x: unknown key");
        assertRefused(HEADER + "{'jhHistoryRequests':0", "line 2, column");
    }

    @Test
    void theKeyOfTheLastLineMayStandInATextOfARequest() throws IOException, HistoryException {
        var line = LIST.replace("'user':'ada'", "'user':'jhHistoryRequests'");

        assertThat(Verification.of(file(HEADER + line + end(1))).passed()).isTrue();
    }

    @Test
    void anAnsweredHistoryNeedsAProductList() {
        var view = LIST.replace("PRODUCT_LIST", "VIEW_ORDERS");

        assertRefused(HEADER + view + end(1), "no PRODUCT_LIST was answered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'op':'PRODUCT_LIST'  | 'op':'PRODUCT_LST'     | line 3: /op: there is no request PRODUCT_LST
                    'op':'PRODUCT_LIST'  | 'op':'PRODUCT_LST'     | did you mean PRODUCT_LIST?
                    'user':'ada'         | 'user':7               | line 3: /user: expected a string
                    'user':'ada',        | ~~                     | line 3: /user is missing
                    'user':'ada'         | 'usr':'ada'            | line 3: /usr: unknown key
                    'start':1            | 'start':1,'start':1    | line 3: duplicate key 'start' in the line
                    'stock':15           | 'stock':15,'stock':15  | line 3: duplicate key 'stock' in response.products[0]
                    'start':1            | 'start':1.5            | line 3: /start: expected a whole number
                    'start':1            | 'start':-1             | line 3: /start: expected 0 or more
                    'start':1            | 'start':3              | line 3: /end: expected no less than the start
                    'turn':0,            | ~~                     | line 3: /turn is missing
                    'turn':0             | 'turn':0,'decidedAt':7 | line 3: /decidedAt: expected a string
                    'turn':0             | 'turn':0,'decidedAt':'9:15' | line 3: /decidedAt: expected a time like
                    'turn':0             | 'turn':0,'decidedAt':'2026-11-29T09:15:00.123Z' | line 3: /response/deliveries is missing
                    'status':'ok'        | 'status':'good'        | line 3: /response/status: expected ok, refused or unknown
                    'status':'ok'        | 'status':'refused'     | line 3: /response/reason is missing
                    'args':{}            | 'args':{'limit':1}     | line 3: /args/limit: unknown key
                    'args':{}            | 'args':[]              | line 3: /args: expected an object
                    'stock':15}]}}       | 'stock':15}]}}x        | line 3, column
                    'end':2              | 'end':2 'epoch':1      | line 3, column
                    ,'response'          | ,'response':}          | line 3, column
                    """)
    void anInvalidLineIsReportedWithTheExpectedValue(String right, String wrong, String message) {
        assertRefused(HEADER + LIST + LIST.replaceFirst(Pattern.quote(right), wrong), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    PLACE_ORDER | {'items':{'apple':0},'delivery':'SAME_DAY'}              | /args/items/apple: the quantity of apple is 0
                    PLACE_ORDER | {'items':{},'delivery':'SAME_DAY'}                       | the basket is empty
                    PLACE_ORDER | {'items':{'apple':1},'delivery':'now'}                   | /args/delivery: a delivery's code has upper-case letters
                    PLACE_ORDER | {'items':{'apple':1},'delivery':'SAME_DAY','tip':'-1'}   | not an amount of money
                    CANCEL      | {'order':0}                                              | an order's number is 0
                    CANCEL      | {'order':99999999999999999999}                           | /args/order: order is out of range: 99999999999999999999
                    CANCEL      | {'order':1.5}                                            | /args/order: order must be a whole number, but is 1.5
                    VIEW_ORDERS | {'limit':1000}                                           | the number of orders on a page is 1000
                    VIEW_ORDERS | {'limit':-9999999999}                                    | line 3: /args/limit: limit is out of range
                    """)
    void invalidArgumentsAreReported(String op, String args, String message) {
        var line = LIST.replace("PRODUCT_LIST", op).replace("'args':{}", "'args':" + args);

        assertRefused(HEADER + LIST + line, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~                                    | line 1
                    {'jh':1,'name':'a script'}            | line 1: /jh: unknown key
                    {'jhHistory':2,'script':'lunch'}      | line 1: /jhHistory: expected 1
                    """)
    void aFileThatIsNotAHistoryIsRefused(String header, String message) {
        assertRefused(header + "\n" + LIST, message);
    }

    @Test
    void aLineThatIsCutOffIsRefused() {
        assertRefused(HEADER + LIST + LIST.substring(0, 100), "line 3, column");
        assertRefused(HEADER + LIST + LIST.substring(0, 90), "; was the file cut off?");
        assertRefused(HEADER + LIST + LIST.substring(0, 5), "; was the file cut off?");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        var file = file(HEADER + LIST);
        Files.write(file, new byte[] {(byte) 0xC3, 0x28, '\n'}, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Verification.of(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageEndingWith("line 3: not UTF-8 text");
    }

    private static String end(int requests) {
        return "{'jhHistoryRequests':%d}\n".formatted(requests);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> Verification.of(file(text)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("history.jsonl")
                .hasMessageContaining(message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("history.jsonl"), text.replace('\'', '"'), StandardCharsets.UTF_8);
    }
}
