package justhungry.replay.script.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON value of a script, with variables. In its strings, <code>${name}</code> is replaced by a captured value: by
 * the value itself when the string is nothing else, by the value's text otherwise. <code>$${</code> is a plain
 * <code>${</code>. Keys are not replaced.
 */
public record Template(JsonElement json) {
    private static final String VARIABLE_START = "${";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{(" + NAME + ")}|\\$\\{");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME + ")}");

    /**
     * A template as written in a script.
     *
     * @throws IllegalArgumentException when a <code>${</code> is not followed by a name and <code>}</code>
     */
    public Template {
        json = json.deepCopy();
        variableNames(json, new LinkedHashSet<>());
    }

    /** The template of exactly this value, without variables. */
    public static Template literal(JsonElement value) {
        return new Template(map(value, text -> new JsonPrimitive(text.replace(VARIABLE_START, "$" + VARIABLE_START))));
    }

    /** The template of the value that is captured under the name. */
    public static Template variable(String name) {
        return new Template(new JsonPrimitive("${" + requireName(name) + "}"));
    }

    /** A copy of the value as written. */
    @Override
    public JsonElement json() {
        return json.deepCopy();
    }

    /** The variables that it contains. */
    public Set<String> variableNames() {
        var names = new LinkedHashSet<String>();
        variableNames(json, names);
        return names;
    }

    /** Whether it is one variable and nothing else. */
    boolean isVariable() {
        return json instanceof JsonPrimitive primitive
                && primitive.isString()
                && VARIABLE.matcher(primitive.getAsString()).matches();
    }

    /** The value with all variables replaced. */
    JsonElement resolve(ScriptVariables variables) throws UnresolvedVariableException {
        for (var name : variableNames()) {
            if (variables.value(name).isEmpty()) {
                throw new UnresolvedVariableException(
                        "${%s} has no value: the response had nothing to capture".formatted(name));
            }
        }
        return map(json, text -> resolve(text, variables));
    }

    public static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "not a variable name: '%s'; use letters, digits and _, starting with a letter".formatted(name));
        }
        return name;
    }

    private static void variableNames(JsonElement json, Set<String> into) {
        map(json, text -> {
            if (text.contains(VARIABLE_START)) {
                PLACEHOLDER.matcher(text).results().forEach(hole -> addVariable(hole, into));
            }
            return json;
        });
    }

    private static void addVariable(MatchResult hole, Set<String> into) {
        if (hole.group(1) != null) {
            into.add(hole.group(1));
        } else if (hole.group().equals(VARIABLE_START)) {
            throw new IllegalArgumentException(
                    "${ must be followed by a name and }, like ${first}; for a plain ${, write $${");
        }
    }

    private static JsonElement resolve(String text, ScriptVariables variables) {
        if (!text.contains(VARIABLE_START)) {
            return new JsonPrimitive(text);
        }
        var variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return variables.value(variable.group(1)).orElseThrow().deepCopy();
        }
        return new JsonPrimitive(PLACEHOLDER
                .matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        hole.group(1) == null
                                ? VARIABLE_START
                                : asText(variables.value(hole.group(1)).orElseThrow()))));
    }

    private static String asText(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    /** The same value with each of its strings replaced. */
    private static JsonElement map(JsonElement json, Function<String, JsonElement> texts) {
        if (json instanceof JsonObject object) {
            var mapped = new JsonObject();
            object.entrySet().forEach(member -> mapped.add(member.getKey(), map(member.getValue(), texts)));
            return mapped;
        }
        if (json instanceof JsonArray array) {
            var mapped = new JsonArray();
            array.forEach(element -> mapped.add(map(element, texts)));
            return mapped;
        }
        boolean text = json instanceof JsonPrimitive primitive && primitive.isString();
        return text ? texts.apply(json.getAsString()) : json;
    }
}
