package justhungry.backend.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;

/**
 * The parser of a catalogue. In JSON it is {@code {"products":[{"name":"apple","price":1.99,"stock":15}]}}, if wanted with
 * {@code "deliveries":[{"code":"SAME_DAY","label":"same day","fee":1.00}]}; as a table (CSV) it has the columns name, price
 * and stock. Anything else is refused, with its place.
 */
public final class CatalogueParser {
    private static final String EXAMPLE = "{\"products\":[{\"name\":\"apple\",\"price\":1.99,\"stock\":15}]}";
    private static final int MAX_BYTES = 32 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CatalogueParser() {}

    /**
     * A catalogue as a file has it.
     *
     * @param ignored the keys without a meaning in a catalogue
     */
    public record ParsedCatalogue(Catalogue catalogue, List<String> ignored) {
        public ParsedCatalogue {
            ignored = List.copyOf(ignored);
        }

        /** What the person who gave the file has to know, after {@code ready}; empty when there is nothing. */
        public String remarks(boolean clusterHasProducts) {
            if (clusterHasProducts) {
                return "; the products stay as they are: --catalogue is for a new cluster (up --fresh)";
            }
            return ignored.isEmpty() ? "" : "; ignored in the catalogue: " + String.join(", ", ignored);
        }
    }

    /** The catalogue that is used if no file is given. */
    public static Catalogue defaultCatalogue() {
        var resource = Objects.requireNonNull(CatalogueParser.class.getResourceAsStream("default-catalogue.json"));
        try (resource) {
            return parse(resource.readAllBytes()).catalogue();
        } catch (IOException e) {
            throw new UncheckedIOException("the default catalogue cannot be read", e);
        }
    }

    /** Reads a file. The exception for one that does not parse tells what was expected, and where. */
    public static ParsedCatalogue read(Path file) throws CannotStartException {
        try (var bytes = Files.newInputStream(file)) {
            return parse(bytes.readNBytes(MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is not UTF-8 text; in a spreadsheet, save it as \"CSV UTF-8\"");
        } catch (IllegalArgumentException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unusable(file, "it cannot be read (%s)".formatted(FailureReason.of(e)));
        }
    }

    private static ParsedCatalogue parse(byte[] bytes) throws CharacterCodingException {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("it has more than %d MB".formatted(MAX_BYTES >> 20));
        }
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf(BYTE_ORDER_MARK) == 0) {
            text = text.substring(1);
        }
        var start = text.stripLeading();
        if (start.isEmpty()) {
            throw new IllegalArgumentException("it is empty");
        }
        var catalogue = new CatalogueBuilder();
        if (start.startsWith("{") || start.startsWith("[")) {
            CatalogueJson.read(text, catalogue);
        } else {
            CatalogueTable.read(text, catalogue);
        }
        return new ParsedCatalogue(catalogue.catalogue(), List.copyOf(catalogue.ignored()));
    }

    private static CannotStartException unusable(Path file, String why) {
        return new CannotStartException(
                ExitCode.SCRIPT,
                "cannot use the catalogue %s: %s. A catalogue looks like %s, or is a table (CSV) with the columns name,price,stock"
                        .formatted(file, why.replaceAll("\\p{Cntrl}", "?"), EXAMPLE));
    }
}
