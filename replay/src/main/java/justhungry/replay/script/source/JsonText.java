package justhungry.replay.script.source;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A parser of one line of JSON, strictly by RFC 8259, which records the position of each part. Gson's reader does not
 * give the position where a key or a value starts, and accepts duplicate keys; a test compares the two parsers.
 */
final class JsonText {
    /** The deepest nesting of objects and arrays. */
    private static final int DEPTH = 32;

    /** The maximum number of characters of a number. */
    private static final int DIGITS = 100;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final SourceLine line;
    private final String text;
    private int at;
    private int depth;

    JsonText(SourceLine line) {
        this.line = line;
        text = line.text();
    }

    static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    Node parse() throws ScriptException {
        var value = value();
        skipSpace();
        if (at < text.length()) {
            throw expected("the end of the line");
        }
        return value;
    }

    private Node value() throws ScriptException {
        skipSpace();
        var place = here();
        if (next('{')) {
            return nested(place, () -> object(place));
        }
        if (next('[')) {
            return nested(place, () -> array(place));
        }
        return Node.scalar(place, next('"') ? new JsonPrimitive(string(place)) : numberOrWord());
    }

    private interface Part {
        Node read() throws ScriptException;
    }

    private Node nested(Place place, Part part) throws ScriptException {
        if (++depth > DEPTH) {
            throw place.wrong("objects and arrays are nested more than %d deep".formatted(DEPTH));
        }
        var node = part.read();
        depth--;
        return node;
    }

    private Node object(Place place) throws ScriptException {
        var members = new LinkedHashMap<String, Node.Member>();
        skipSpace();
        if (next('}')) {
            return Node.object(place, members);
        }
        do {
            member(members);
        } while (another('}'));
        return Node.object(place, members);
    }

    private void member(Map<String, Node.Member> members) throws ScriptException {
        skipSpace();
        var place = here();
        if (!next('"')) {
            throw expected("a key in quotation marks");
        }
        var key = string(place);
        skipSpace();
        if (!next(':')) {
            throw expected("a colon after the key");
        }
        if (members.put(key, new Node.Member(place, value())) != null) {
            throw place.wrong("duplicate key '%s'".formatted(key));
        }
    }

    private Node array(Place place) throws ScriptException {
        var elements = new ArrayList<Node>();
        skipSpace();
        if (next(']')) {
            return Node.array(place, elements);
        }
        do {
            elements.add(value());
        } while (another(']'));
        return Node.array(place, elements);
    }

    private boolean another(char end) throws ScriptException {
        skipSpace();
        if (next(end)) {
            return false;
        }
        if (!next(',')) {
            throw expected("a comma or " + end);
        }
        return true;
    }

    private JsonElement numberOrWord() throws ScriptException {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            return number(number.group());
        }
        if (word("true") || word("false")) {
            return new JsonPrimitive(text.charAt(at - 2) == 'u');
        }
        if (word("null")) {
            return JsonNull.INSTANCE;
        }
        throw expected("a JSON value");
    }

    private JsonElement number(String digits) throws ScriptException {
        var place = here();
        at += digits.length();
        if (digits.length() > DIGITS) {
            throw place.wrong("this number has more than %d characters".formatted(DIGITS));
        }
        try {
            return number(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            throw place.wrong("this number has too large an exponent");
        }
    }

    /** Equal numbers become equal values: {@code 2}, {@code 2.0} and {@code 20e-1}. */
    private static JsonElement number(BigDecimal number) {
        try {
            return new JsonPrimitive(number.longValueExact());
        } catch (ArithmeticException e) {
            return new JsonPrimitive(number);
        }
    }

    /** The rest of a string, whose first quotation mark has been read. */
    private String string(Place begin) throws ScriptException {
        var string = new StringBuilder();
        while (!next('"')) {
            if (at == text.length()) {
                throw begin.wrong("this string has no closing quotation mark");
            }
            char character = text.charAt(at);
            if (character < ' ') {
                throw here().wrong("a string cannot contain %s; write it as an escape, like \\n".formatted(found()));
            }
            if (character == '\\') {
                string.append(escape());
            } else {
                string.append(character);
                at++;
            }
        }
        if (string.codePoints().anyMatch(JsonText::isHalf)) {
            throw begin.wrong("this string has only half of a surrogate pair");
        }
        return string.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private char escape() throws ScriptException {
        var place = here();
        at++;
        int escape = at < text.length() ? ESCAPES.indexOf(text.charAt(at)) : -1;
        if (escape >= 0) {
            at++;
            return ESCAPED.charAt(escape);
        }
        if (next('u') && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        throw place.wrong("invalid escape; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits");
    }

    private boolean word(String word) {
        boolean is = text.startsWith(word, at);
        at += is ? word.length() : 0;
        return is;
    }

    private boolean next(char wanted) {
        boolean is = at < text.length() && text.charAt(at) == wanted;
        at += is ? 1 : 0;
        return is;
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private Place here() {
        return line.at(at);
    }

    private ScriptException expected(String what) {
        return here().wrong("expected %s, found %s".formatted(what, found()));
    }

    private String found() {
        if (at == text.length()) {
            return "the end of the line; each line must be one whole JSON object";
        }
        int character = text.codePointAt(at);
        if (character == '#') {
            return "'#'; a script has no comments";
        }
        boolean visible = Character.isLetterOrDigit(character) || (character > ' ' && character < 0x7f);
        return visible ? "'" + Character.toString(character) + "'" : "the character U+%04X".formatted(character);
    }
}
