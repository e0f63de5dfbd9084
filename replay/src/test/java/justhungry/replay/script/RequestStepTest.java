package justhungry.replay.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.replay.script.model.JsonPointer;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ResponseCapture;
import justhungry.replay.script.model.ResponseExpectation;
import justhungry.replay.script.model.ScriptVariables;
import justhungry.replay.script.model.Template;
import justhungry.replay.script.model.UnresolvedVariableException;
import justhungry.replay.script.source.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStepTest {
    private static final String CAPTURES =
            "{\"op\":\"PRODUCT_LIST\",\"user\":\"ada\",\"capture\":{\"n\":\"/n\",\"t\":\"/t\"}}\n";

    @Test
    void everyOpBecomesItsRequest() throws ScriptException, UnresolvedVariableException {
        var items = List.of(new BasketItem("apple", 2), new BasketItem("kale", 1));

        assertThat(
                        request(
                                "USER_DETAILS",
                                "{\"firstName\":\" Ada \",\"lastName\":\"L\",\"phone\":\"0-1111\",\"postcode\":\"DH1 3LE\",\"address\":\"1 $${x}\"}"))
                .isEqualTo(new Request.SaveDetails(new ContactDetails("Ada", "L", "0-1111", "DH1 3LE", "1 ${x}")));
        assertThat(request(
                        "PLACE_ORDER",
                        "{\"items\":{\"apple\":2,\"kale\":1},\"delivery\":\"SAME_DAY\",\"tip\":\"1.5\"}"))
                .isEqualTo(new Request.PlaceOrder(items, "SAME_DAY", new Money(150)));
        assertThat(request("PLACE_ORDER", "{\"items\":{\" apple\":2.0,\"kale\":1},\"delivery\":\"NEXT_DAY\"}"))
                .isEqualTo(new Request.PlaceOrder(items, "NEXT_DAY", Money.ZERO));
        assertThat(request("CANCEL", "{\"order\":17}")).isEqualTo(new Request.CancelOrder(new OrderId(17)));
        assertThat(request("ORDER_COST", "{\"items\":{\"apple\":2,\"kale\":1}}"))
                .isEqualTo(new Request.PriceBasket(items));
        assertThat(request("PRODUCT_LIST", "{}")).isEqualTo(new Request.ListProducts());
        assertThat(request("VIEW_ORDERS", "{}")).isEqualTo(new Request.ViewOrders(null, 20));
        assertThat(request("VIEW_ACTIVE", "{\"limit\":5,\"before\":9}"))
                .isEqualTo(new Request.ViewActive(new OrderId(9), 5));
    }

    @Test
    void theArgumentsOfAHistoryAreThoseThatAreSent() throws ScriptException, UnresolvedVariableException {
        assertThat(args("PLACE_ORDER", "{\"items\":{\" Apple\":2.0},\"delivery\":\"NEXT_DAY\"}", values("{}")))
                .isEqualTo(json("{\"items\":{\"Apple\":2},\"delivery\":\"NEXT_DAY\",\"tip\":\"0.00\"}"));
        assertThat(args("VIEW_ORDERS", "{\"before\":\"${n}\"}", values("{\"n\":7}")))
                .isEqualTo(json("{\"limit\":20,\"before\":7}"));
        assertThat(args("PRODUCT_LIST", "{}", values("{}"))).isEqualTo(json("{}"));
    }

    @Test
    void aTextThatIsAVariableIsTheValueItselfAndInATextItIsItsText()
            throws ScriptException, UnresolvedVariableException {
        var values = values("{\"n\":17,\"t\":\"SAME_DAY\"}");

        assertThat(ask("CANCEL", "{\"order\":\"${n}\"}").request(values))
                .isEqualTo(new Request.CancelOrder(new OrderId(17)));
        assertThat(args(
                        "PLACE_ORDER",
                        "{\"items\":{\"apple\":\"${n}\"},\"delivery\":\"${t}\",\"tip\":\"0.${n}\"}",
                        values))
                .isEqualTo(json("{\"items\":{\"apple\":17},\"delivery\":\"SAME_DAY\",\"tip\":\"0.17\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CANCEL | {'order':'${n}'} | {} | ${n} has no value: the response had nothing to capture",
                "CANCEL | {'order':'${n}'} | {'n':'17'} | order must be a whole number, but is \"17\"",
                "CANCEL | {'order':'${n}'} | {'n':1.5} | order must be a whole number, but is 1.5",
                "CANCEL | {'order':'${n}'} | {'n':0} | an order's number is 0; it must be from 1 to 999999999999999999",
                "ORDER_COST | {'items':{'apple':'${n}'}} | {'n':4294967297} | the quantity of apple is out of range: 4294967297",
                "PLACE_ORDER | {'items':{'apple':1},'delivery':'${t}'} | {'t':'today'} | a delivery's code has"
                        + " upper-case letters, digits and _ only, like SAME_DAY: not 'today'",
                "USER_DETAILS | {'firstName':'${n}','lastName':'L','phone':'00000','postcode':'D','address':'1'} | {'n':1} | firstName must be a string, but is 1"
            })
    void aCapturedValueThatDoesNotFitIsRefusedWithTheReason(String op, String args, String values, String message)
            throws ScriptException {
        var ask = ask(op, args.replace('\'', '"'));

        assertThatThrownBy(() -> ask.request(values(values.replace('\'', '"'))))
                .isInstanceOf(UnresolvedVariableException.class)
                .hasMessage("not sent: " + message);
    }

    @Test
    void aCaptureThatFindsNothingTakesTheOldValueAway() {
        var values = values("{\"n\":17}");

        assertThat(new ResponseCapture("n", new JsonPointer("/order"))
                        .captureFrom(json("{\"status\":\"refused\"}"), values))
                .contains("/order: nothing to capture as n");
        assertThat(values.value("n")).isEmpty();
    }

    @Test
    void anIterationSeesTheScriptsValuesAndKeepsItsOwnToItself() {
        var script = values("{\"n\":17}");
        var iteration = script.iteration();

        assertThat(iteration.value("n")).map(JsonElement::getAsInt).contains(17);
        assertThat(new ResponseCapture("n", new JsonPointer("/x")).captureFrom(json("{\"x\":18}"), iteration))
                .isEmpty();
        assertThat(iteration.value("n")).map(JsonElement::getAsInt).contains(18);
        assertThat(script.value("n")).map(JsonElement::getAsInt).contains(17);
        assertThat(script.iteration().value("n")).map(JsonElement::getAsInt).contains(17);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "/total | '7.47' | none",
                "/total | '7.48' | /total: expected \"7.48\", found \"7.47\"",
                "/order | 17 | none",
                "/order | '17' | /order: expected \"17\", found 17",
                "/order | '${n}' | none",
                "/order | '${t}' | /order: expected \"seventeen\", found 17",
                "/reason | 'INVALID' | /reason: expected \"INVALID\", found nothing",
                "/lines | [{'quantity':2,'product':'apple'}] | none",
                "/lines | [] | /lines: expected [], found [{\"product\":\"apple\",\"quantity\":2}]",
                "/lines/0/product | '${missing}' | /lines/0/product: expected \"${missing}\", but ${missing} has no value: the response had nothing to capture"
            })
    void aMismatchSaysWhatWasExpectedAndWhatWasFound(String pointer, String expected, String message) {
        var response = json("{\"order\":17,\"total\":\"7.47\",\"lines\":[{\"product\":\"apple\",\"quantity\":2}]}");
        var expectation = new ResponseExpectation(
                new JsonPointer(pointer), new Template(JsonParser.parseString(expected.replace('\'', '"'))));

        assertThat(expectation.check(response, values("{\"n\":17,\"t\":\"seventeen\"}")))
                .isEqualTo(Optional.ofNullable(message));
    }

    private static Request request(String op, String args) throws ScriptException, UnresolvedVariableException {
        return ask(op, args).request(ScriptVariables.empty());
    }

    private static JsonObject args(String op, String args, ScriptVariables values)
            throws ScriptException, UnresolvedVariableException {
        return ask(op, args).args(values);
    }

    private static RequestStep ask(String op, String args) throws ScriptException {
        return ScriptText.request(CAPTURES + "{\"op\":\"%s\",\"user\":\"ada\",\"args\":%s}".formatted(op, args));
    }

    private static ScriptVariables values(String json) {
        var values = ScriptVariables.empty();
        var response = json(json);
        response.keySet()
                .forEach(name -> new ResponseCapture(name, new JsonPointer("/" + name)).captureFrom(response, values));
        return values;
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
