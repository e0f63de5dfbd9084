package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.stream.Stream;
import justhungry.api.shop.DeliveryOption;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;

/** The type of an argument. A variable is allowed wherever a number or a string is. */
enum ArgumentType {
    STRING("a string", new JsonPrimitive("1")),
    AMOUNT("a string with an amount, like \"1.50\"", new JsonPrimitive("0.00")),
    DELIVERY("TWO_HOURS, SAME_DAY or NEXT_DAY", new JsonPrimitive(DeliveryOption.NEXT_DAY.name())) {
        @Override
        void check(LocatedJson node, ScriptScope names) throws ScriptException {
            super.check(node, names);
            if (!new Template(node.json()).isVariable()) {
                ParseChecks.requireOneOf(
                        node,
                        "delivery",
                        Stream.of(DeliveryOption.values())
                                .map(DeliveryOption::name)
                                .toList());
            }
        }
    },
    WHOLE_NUMBER("a whole number, or a variable like \"${first}\"", new JsonPrimitive(1)) {
        @Override
        void check(LocatedJson node, ScriptScope names) throws ScriptException {
            if (!node.isWholeNumber()) {
                super.check(node, names);
                if (!new Template(node.json()).isVariable()) {
                    throw node.expected(label());
                }
            }
        }
    },
    ITEMS("an object of products with their quantities, like {\"apple\":2}", basket()) {
        @Override
        void check(LocatedJson node, ScriptScope names) throws ScriptException {
            for (var item : node.object(label()).values()) {
                WHOLE_NUMBER.check(item.value(), names);
            }
        }
    };

    private final String label;
    private final JsonElement sample;

    ArgumentType(String words, JsonElement sample) {
        this.label = words;
        this.sample = sample;
    }

    /** The expected value, in words. */
    String label() {
        return label;
    }

    /** A value that fits every request, in place of a variable whose value is not known yet. */
    JsonElement sample() {
        return sample.deepCopy();
    }

    void check(LocatedJson node, ScriptScope names) throws ScriptException {
        node.string(label);
        names.check(node);
    }

    private static JsonObject basket() {
        var basket = new JsonObject();
        basket.addProperty("1", 1);
        return basket;
    }
}
