package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.stream.Stream;
import justhungry.api.shop.Delivery;
import justhungry.replay.script.source.Node;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.Vocabulary;

/** The type of an argument. A variable is allowed wherever a number or a string is. */
enum Kind {
    TEXT("a string", new JsonPrimitive("1")),
    AMOUNT("a string with an amount, like \"1.50\"", new JsonPrimitive("0.00")),
    DELIVERY("TWO_HOURS, SAME_DAY or NEXT_DAY", new JsonPrimitive(Delivery.NEXT_DAY.name())) {
        @Override
        void check(Node node, KnownNames names) throws ScriptException {
            super.check(node, names);
            if (!new Template(node.json()).isVariable()) {
                Vocabulary.word(
                        node,
                        "delivery",
                        Stream.of(Delivery.values()).map(Delivery::name).toList());
            }
        }
    },
    WHOLE("a whole number, or a variable like \"${first}\"", new JsonPrimitive(1)) {
        @Override
        void check(Node node, KnownNames names) throws ScriptException {
            if (!node.isWhole()) {
                super.check(node, names);
                if (!new Template(node.json()).isVariable()) {
                    throw node.expected(words());
                }
            }
        }
    },
    ITEMS("an object of products with their quantities, like {\"apple\":2}", basket()) {
        @Override
        void check(Node node, KnownNames names) throws ScriptException {
            for (var item : node.object(words()).values()) {
                WHOLE.check(item.value(), names);
            }
        }
    };

    private final String words;
    private final JsonElement sample;

    Kind(String words, JsonElement sample) {
        this.words = words;
        this.sample = sample;
    }

    /** The expected value, in words. */
    String words() {
        return words;
    }

    /** A value that fits every request, in place of a variable whose value is not known yet. */
    JsonElement sample() {
        return sample.deepCopy();
    }

    void check(Node node, KnownNames names) throws ScriptException {
        node.text(words);
        names.check(node);
    }

    private static JsonObject basket() {
        var basket = new JsonObject();
        basket.addProperty("1", 1);
        return basket;
    }
}
