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
final class JsonLineParser {
    /** The deepest nesting of objects and arrays. */
    private static final int MAX_DEPTH = 32;

    /** The maximum number of characters of a number. */
    private static final int MAX_DIGITS = 100;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final SourceLine line;
    private final String text;
    private int offset;
    private int depth;

    JsonLineParser(SourceLine line) {
        this.line = line;
        text = line.text();
    }

    static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    LocatedJson parse() throws ScriptException {
        var value = value();
        skipSpace();
        if (offset < text.length()) {
            throw expected("the end of the line");
        }
        return value;
    }

    private LocatedJson value() throws ScriptException {
        skipSpace();
        var place = position();
        if (consume('{')) {
            return nested(place, () -> object(place));
        }
        if (consume('[')) {
            return nested(place, () -> array(place));
        }
        return LocatedJson.scalar(place, consume('"') ? new JsonPrimitive(string(place)) : numberOrWord());
    }

    private interface NestedValue {
        LocatedJson read() throws ScriptException;
    }

    private LocatedJson nested(SourcePosition place, NestedValue part) throws ScriptException {
        if (++depth > MAX_DEPTH) {
            throw place.error("objects and arrays are nested more than %d deep".formatted(MAX_DEPTH));
        }
        var node = part.read();
        depth--;
        return node;
    }

    private LocatedJson object(SourcePosition place) throws ScriptException {
        var members = new LinkedHashMap<String, LocatedJson.Property>();
        skipSpace();
        if (consume('}')) {
            return LocatedJson.object(place, members);
        }
        do {
            member(members);
        } while (another('}'));
        return LocatedJson.object(place, members);
    }

    private void member(Map<String, LocatedJson.Property> members) throws ScriptException {
        skipSpace();
        var place = position();
        if (!consume('"')) {
            throw expected("a key in quotation marks");
        }
        var key = string(place);
        skipSpace();
        if (!consume(':')) {
            throw expected("a colon after the key");
        }
        if (members.put(key, new LocatedJson.Property(place, value())) != null) {
            throw place.error("duplicate key '%s'".formatted(key));
        }
    }

    private LocatedJson array(SourcePosition place) throws ScriptException {
        var elements = new ArrayList<LocatedJson>();
        skipSpace();
        if (consume(']')) {
            return LocatedJson.array(place, elements);
        }
        do {
            elements.add(value());
        } while (another(']'));
        return LocatedJson.array(place, elements);
    }

    private boolean another(char end) throws ScriptException {
        skipSpace();
        if (consume(end)) {
            return false;
        }
        if (!consume(',')) {
            throw expected("a comma or " + end);
        }
        return true;
    }

    private JsonElement numberOrWord() throws ScriptException {
        var number = NUMBER.matcher(text).region(offset, text.length());
        if (number.lookingAt()) {
            return number(number.group());
        }
        if (consumeWord("true") || consumeWord("false")) {
            return new JsonPrimitive(text.charAt(offset - 2) == 'u');
        }
        if (consumeWord("null")) {
            return JsonNull.INSTANCE;
        }
        throw expected("a JSON value");
    }

    private JsonElement number(String digits) throws ScriptException {
        var place = position();
        offset += digits.length();
        if (digits.length() > MAX_DIGITS) {
            throw place.error("this number has more than %d characters".formatted(MAX_DIGITS));
        }
        try {
            return number(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            throw place.error("this number has too large an exponent");
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
    private String string(SourcePosition begin) throws ScriptException {
        var string = new StringBuilder();
        while (!consume('"')) {
            if (offset == text.length()) {
                throw begin.error("this string has no closing quotation mark");
            }
            char character = text.charAt(offset);
            if (character < ' ') {
                throw position()
                        .error("a string cannot contain %s; write it as an escape, like \\n".formatted(found()));
            }
            if (character == '\\') {
                string.append(escape());
            } else {
                string.append(character);
                offset++;
            }
        }
        if (string.codePoints().anyMatch(JsonLineParser::isHalf)) {
            throw begin.error("this string has only half of a surrogate pair");
        }
        return string.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private char escape() throws ScriptException {
        var place = position();
        offset++;
        int escape = offset < text.length() ? ESCAPES.indexOf(text.charAt(offset)) : -1;
        if (escape >= 0) {
            offset++;
            return ESCAPED.charAt(escape);
        }
        if (consume('u')
                && offset + 4 <= text.length()
                && text.substring(offset, offset + 4).matches("[0-9a-fA-F]{4}")) {
            offset += 4;
            return (char) Integer.parseInt(text.substring(offset - 4, offset), 16);
        }
        throw place.error("invalid escape; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits");
    }

    private boolean consumeWord(String word) {
        boolean is = text.startsWith(word, offset);
        offset += is ? word.length() : 0;
        return is;
    }

    private boolean consume(char wanted) {
        boolean is = offset < text.length() && text.charAt(offset) == wanted;
        offset += is ? 1 : 0;
        return is;
    }

    private void skipSpace() {
        while (offset < text.length() && isSpace(text.charAt(offset))) {
            offset++;
        }
    }

    private SourcePosition position() {
        return line.position(offset);
    }

    private ScriptException expected(String what) {
        return position().error("expected %s, found %s".formatted(what, found()));
    }

    private String found() {
        if (offset == text.length()) {
            return "the end of the line; each line must be one whole JSON object";
        }
        int character = text.codePointAt(offset);
        if (character == '#') {
            return "'#'; a script has no comments";
        }
        boolean visible = Character.isLetterOrDigit(character) || (character > ' ' && character < 0x7f);
        return visible ? "'" + Character.toString(character) + "'" : "the character U+%04X".formatted(character);
    }
}
