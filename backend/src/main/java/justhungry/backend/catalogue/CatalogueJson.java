package justhungry.backend.catalogue;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A catalogue in JSON. Keys may stand in any order; those without a meaning are skipped. Errors say in words of a
 * catalogue, not of the JSON library, what is wrong and where.
 */
final class CatalogueJson {
    /** The place in the texts of {@link JsonReader}, which has no other way to tell it. */
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private static final Pattern COMMA_TOO_MANY = Pattern.compile(",\\s*[]}]?\\s*$");
    private static final int CHARACTERS_BEFORE = 20;
    private static final int CHARACTERS_AFTER = 5;

    private final String text;
    private final JsonReader json;
    private final CatalogueBuilder catalogue;

    private CatalogueJson(String text, CatalogueBuilder catalogue) {
        this.text = text;
        this.json = new JsonReader(new StringReader(text));
        this.catalogue = catalogue;
        json.setStrictness(Strictness.STRICT);
    }

    /** @throws IllegalArgumentException when it is no catalogue; the message tells why, and the place */
    static void read(String text, CatalogueBuilder catalogue) {
        var reader = new CatalogueJson(text, catalogue);
        try {
            reader.readCatalogue();
        } catch (EOFException e) {
            throw new IllegalArgumentException(
                    "it ends too early: a ], a } or a quotation mark is missing at the end", e);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(reader.notJson(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private void readCatalogue() throws IOException {
        require(JsonToken.BEGIN_OBJECT, "a catalogue begins with {");
        json.beginObject();
        var keys = new HashSet<String>();
        while (json.hasNext()) {
            var key = newKey(keys);
            switch (key) {
                case "products" -> readList(key, CatalogueBuilder.PRODUCT_KEYS, catalogue::addProduct);
                case "deliveries" -> readList(key, CatalogueBuilder.DELIVERY_KEYS, catalogue::addDelivery);
                default -> ignore(key);
            }
        }
        json.endObject();
        if (!keys.contains("products")) {
            throw new IllegalArgumentException("it has no \"products\"");
        }
        require(JsonToken.END_DOCUMENT, "there is text after the catalogue's last }");
    }

    private void readList(String key, List<String> known, Consumer<CatalogueRow> receiver) throws IOException {
        require(JsonToken.BEGIN_ARRAY, "the %s are a list: they begin with [".formatted(key));
        json.beginArray();
        if (!json.hasNext()) {
            throw new IllegalArgumentException("it has no " + key);
        }
        while (json.hasNext()) {
            require(JsonToken.BEGIN_OBJECT, "each of the %s begins with {".formatted(key));
            receiver.accept(readRow(known));
        }
        json.endArray();
    }

    private CatalogueRow readRow(List<String> known) throws IOException {
        var place = place();
        var values = new HashMap<String, String>();
        var keys = new HashSet<String>();
        json.beginObject();
        while (json.hasNext()) {
            var key = newKey(keys);
            if (known.contains(key)) {
                values.put(key, readValue(key, new CatalogueRow(place(), values)));
            } else {
                ignore(key);
            }
        }
        json.endObject();
        return new CatalogueRow(place, values);
    }

    /** A text or a number, as it is written; a null is the same as none. */
    private String readValue(String key, CatalogueRow soFar) throws IOException {
        var kind = json.peek();
        if (kind == JsonToken.NULL) {
            json.nextNull();
            return "";
        }
        boolean number =
                kind == JsonToken.NUMBER && List.of("price", "stock", "fee").contains(key);
        if (kind != JsonToken.STRING && !number) {
            throw soFar.error("the %s must be text in quotation marks".formatted(key) + orNumber(key));
        }
        return json.nextString();
    }

    private static String orNumber(String key) {
        return List.of("price", "stock", "fee").contains(key) ? " or a number" : "";
    }

    private void ignore(String key) throws IOException {
        catalogue.ignore(key);
        json.skipValue();
    }

    private String newKey(Set<String> keys) throws IOException {
        var key = json.nextName();
        if (!keys.add(key)) {
            throw new IllegalArgumentException("%s: \"%s\" is there twice".formatted(place(), key));
        }
        return key;
    }

    private void require(JsonToken expected, String otherwise) throws IOException {
        if (json.peek() != expected) {
            throw new IllegalArgumentException("%s: %s".formatted(place(), otherwise));
        }
    }

    private String place() {
        var place = PLACE.matcher(json.toString());
        return place.find() ? "line " + place.group(1) : "line 1";
    }

    /** The library's message is advice to programmers. */
    private String notJson(String message) {
        var place = PLACE.matcher(message);
        if (!place.find()) {
            return "it is not JSON";
        }
        int end = offset(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        var before = text.substring(Math.max(0, end - CHARACTERS_BEFORE), end);
        var after = text.substring(end, Math.min(text.length(), end + CHARACTERS_AFTER));
        return "line %s: %s, near: %s"
                .formatted(
                        place.group(1),
                        COMMA_TOO_MANY.matcher(before).find() ? "a comma too many" : "this is not JSON",
                        (before + after).lines().map(String::strip).reduce("", (a, b) -> (a + " " + b).strip()));
    }

    /** The index in the text of a place, which counts from 1. */
    private int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.min(text.length(), start + column - 1);
    }
}
