package justhungry.backend.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A catalogue as a table (CSV), as spreadsheets save it: columns in any order under their names, separated by commas,
 * semicolons or tabs, with texts in quotation marks where they need them. Rows without a value are skipped.
 */
final class CatalogueTable {
    private static final String SEPARATOR_LINE = "sep=";
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int next;
    private int line = 1;

    private CatalogueTable(String text) {
        this.text = text;
        boolean declared = text.startsWith(SEPARATOR_LINE) && text.length() > SEPARATOR_LINE.length();
        this.separator = declared ? text.charAt(SEPARATOR_LINE.length()) : separatorOf(text);
        if (declared) {
            readCells(); // Excel's own line, before the names.
        }
    }

    /** @throws IllegalArgumentException when it is no catalogue; the message tells why, and the line */
    static void read(String text, CatalogueBuilder catalogue) {
        new CatalogueTable(text).read(catalogue);
    }

    private void read(CatalogueBuilder catalogue) {
        var columns = readColumns(catalogue);
        while (next < text.length()) {
            var place = "line " + line;
            var cells = readCells();
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
                throw new IllegalArgumentException(
                        "%s: it has %d values for %d columns; a value that contains a %s needs quotation marks"
                                .formatted(place, cells.size(), columns.size(), separatorName()));
            }
            var values = new HashMap<String, String>();
            IntStream.range(0, Math.min(cells.size(), columns.size()))
                    .forEach(column ->
                            values.put(columns.get(column), withPoint(columns.get(column), cells.get(column))));
            catalogue.addProduct(new CatalogueRow(place, values));
        }
    }

    private List<String> readColumns(CatalogueBuilder catalogue) {
        var place = "line " + line;
        var columns = readCells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (var needed : CatalogueBuilder.PRODUCT_KEYS) {
            if (columns.stream().filter(needed::equals).count() != 1) {
                throw new IllegalArgumentException(
                        "%s: it has to name the columns name, price and stock, each once; '%s' is %s"
                                .formatted(place, needed, columns.contains(needed) ? "there twice" : "missing"));
            }
        }
        columns.stream()
                .filter(name -> !name.isEmpty() && !CatalogueBuilder.PRODUCT_KEYS.contains(name))
                .forEach(catalogue::ignore);
        return columns;
    }

    /** Where a semicolon separates, the spreadsheet's language writes 1.99 with a comma. */
    private String withPoint(String column, String cell) {
        boolean amount = column.equals("price") && separator == ';';
        return amount ? cell.replaceFirst("^([^.,]*),([0-9]{1,2})(\\s*)$", "$1.$2$3") : cell;
    }

    /** Reads the cells up to the end of the row, which a cell in quotation marks may carry to a later line. */
    private List<String> readCells() {
        var cells = new ArrayList<String>();
        int first = line;
        while (true) {
            cells.add(readCell(first));
            if (next == text.length() || text.charAt(next) != separator) {
                skipLineEnd();
                return cells;
            }
            next++;
        }
    }

    private String readCell(int first) {
        var cell = new StringBuilder();
        boolean quoted = false;
        for (; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == QUOTE && quoted && next + 1 < text.length() && text.charAt(next + 1) == QUOTE) {
                cell.append(c);
                next++;
            } else if (c == QUOTE && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
                return cell.toString();
            } else {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("line %d: a quotation mark is not closed".formatted(first));
        }
        return cell.toString();
    }

    private void skipLineEnd() {
        if (text.startsWith("\r\n", next)) {
            next += 2;
        } else if (next < text.length()) {
            next++;
        }
        line++;
    }

    private String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            default -> "separator";
        };
    }

    /** The one that the names of the columns have most of. */
    private static char separatorOf(String text) {
        var names = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(names, candidate) > count(names, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
