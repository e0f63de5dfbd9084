package justhungry.cluster.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import justhungry.platform.text.TextColumns;

/** A table of text. If it is too wide, each row becomes a paragraph that names its values. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... titles) {
        this.titles = new ArrayList<>(List.of(titles));
    }

    void add(String... values) {
        if (values.length != titles.size()) {
            throw new IllegalArgumentException("%d values under %d titles".formatted(values.length, titles.size()));
        }
        rows.add(new ArrayList<>(List.of(values)));
    }

    /** Leaves out the column of that title. */
    void remove(String title) {
        int column = titles.indexOf(title);
        titles.remove(column);
        rows.forEach(row -> row.remove(column));
    }

    List<String> lines(int width) {
        var table = table();
        boolean fits = table.stream().allMatch(line -> TextColumns.width(line) <= width);
        return fits
                ? table
                : rows.stream().flatMap(row -> paragraph(row, width).stream()).toList();
    }

    private List<String> table() {
        var lines = new ArrayList<String>();
        lines.add(line(
                titles.stream().map(title -> title.toUpperCase(Locale.ROOT)).toList()));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            line.append(
                            isNumeric(column)
                                    ? TextColumns.right(cell, widthOf(column))
                                    : TextColumns.left(cell, widthOf(column)))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** A row as a paragraph; the first two values need no title. */
    private List<String> paragraph(List<String> row, int width) {
        var lines = new ArrayList<String>();
        lines.addAll(TextColumns.wrap(row.get(0) + ": " + row.get(1), width));
        var named = new ArrayList<String>();
        IntStream.range(2, row.size())
                .filter(column -> !row.get(column).equals("-"))
                .forEach(column -> named.add(titles.get(column) + " " + row.get(column)));
        if (!named.isEmpty()) {
            TextColumns.wrap(String.join(", ", named), width - GAP.length()).forEach(line -> lines.add(GAP + line));
        }
        return lines;
    }

    private int widthOf(int column) {
        int widest =
                TextColumns.widest(rows.stream().map(row -> row.get(column)).toList());
        return Math.max(widest, TextColumns.width(titles.get(column)));
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[0-9]+|-"));
    }
}
