package justhungry.backend.server;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;

/**
 * The parser of a catalogue: {@code {"products":[{"name":"apple","price":"1.99","stock":15}]}}, and after the products
 * {@code "deliveries":[{"code":"SAME_DAY","label":"same day","fee":"1.00"}]}, or the default ones. Anything else is
 * refused, with its place.
 */
final class CatalogueParser {
    private static final String EXAMPLE = "{\"products\":[{\"name\":\"apple\",\"price\":\"1.99\",\"stock\":15}]}";

    private CatalogueParser() {}

    /** The catalogue that is used if no file is given. */
    static Catalogue defaultCatalogue() {
        var resource = Objects.requireNonNull(CatalogueParser.class.getResourceAsStream("default-catalogue.json"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the default catalogue cannot be read", e);
        }
    }

    /** Reads a file. The exception for one that does not parse tells what was expected, and where. */
    static Catalogue read(Path file) throws CannotStartException {
        try (var reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is not UTF-8 text");
        } catch (MalformedJsonException | EOFException | IllegalArgumentException | IllegalStateException e) {
            throw unusable(file, firstLine(e));
        } catch (IOException e) {
            throw unusable(file, "it cannot be read (%s)".formatted(e));
        }
    }

    private static CannotStartException unusable(Path file, String why) {
        return new CannotStartException(
                ExitCode.SCRIPT,
                "cannot use the catalogue %s: %s. A catalogue looks like %s".formatted(file, why, EXAMPLE));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Catalogue read(Reader from) throws IOException {
        var json = new JsonReader(from);
        json.setStrictness(Strictness.STRICT);
        json.beginObject();
        var products = readList(json, "products", Limits.PRODUCTS, CatalogueParser::readProduct, Product::name);
        var deliveries = json.hasNext()
                ? readList(json, "deliveries", Limits.DELIVERIES, CatalogueParser::readDelivery, Delivery::code)
                : Catalogue.DEFAULT_DELIVERIES;
        json.endObject();
        require(json.peek() == JsonToken.END_DOCUMENT, json, "unexpected text after the catalogue");
        return new Catalogue(products, deliveries);
    }

    private static <T> List<T> readList(
            JsonReader json, String what, int max, ElementReader<T> reader, Function<T, String> name)
            throws IOException {
        requireName(json, what);
        json.beginArray();
        var elements = new ArrayList<T>();
        var names = new HashSet<String>();
        while (json.hasNext()) {
            var element = reader.read(json);
            require(names.add(name.apply(element)), json, name.apply(element) + " is listed twice");
            require(elements.size() < max, json, "more than %d %s".formatted(max, what));
            elements.add(element);
        }
        json.endArray();
        require(!elements.isEmpty(), json, "it has no " + what);
        return elements;
    }

    /** The reader of one element of a list. */
    private interface ElementReader<T> {
        T read(JsonReader json) throws IOException;
    }

    private static Product readProduct(JsonReader json) throws IOException {
        json.beginObject();
        requireName(json, "name");
        var name = readString(json);
        requireName(json, "price");
        var price = readString(json);
        requireName(json, "stock");
        require(json.peek() == JsonToken.NUMBER, json, "expected a whole number");
        int stock = json.nextInt();
        return readRecord(json, () -> new Product(name, Money.parse(price), stock));
    }

    private static Delivery readDelivery(JsonReader json) throws IOException {
        json.beginObject();
        requireName(json, "code");
        var code = readString(json);
        requireName(json, "label");
        var label = readString(json);
        requireName(json, "fee");
        var fee = readString(json);
        return readRecord(json, () -> new Delivery(code, label, Money.parse(fee)));
    }

    private static <T> T readRecord(JsonReader json, Supplier<T> constructor) throws IOException {
        try {
            var record = constructor.get();
            json.endObject();
            return record;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s %s".formatted(e.getMessage(), json.toString().replaceFirst("^JsonReader", "")), e);
        }
    }

    private static String readString(JsonReader json) throws IOException {
        require(json.peek() == JsonToken.STRING, json, "expected text in quotes");
        return json.nextString();
    }

    private static void requireName(JsonReader json, String expected) throws IOException {
        require(json.peek() == JsonToken.NAME, json, "expected \"%s\"".formatted(expected));
        var name = json.nextName();
        require(name.equals(expected), json, "expected \"%s\", found \"%s\"".formatted(expected, name));
    }

    /** Adds the reader's own description of its place: {@code at line 1 column 2 path $}. */
    private static void require(boolean holds, JsonReader json, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message + json.toString().replaceFirst("^JsonReader", ""));
        }
    }
}
