package io.github.dbsync.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells, printed in columns: the first column to the left, all others to the right. */
public final class TextTable {

    private final List<List<String>> lines = new ArrayList<>();

    public TextTable(String... headings) {
        lines.add(List.of(headings));
    }

    public void add(Object... cells) {
        lines.add(IntStream.range(0, cells.length)
                .mapToObj(i -> String.valueOf(cells[i]))
                .toList());
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> format(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String format(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> (i == 0
                        ? line.get(i) + padding(line.get(i), widths[i])
                        : padding(line.get(i), widths[i]) + line.get(i)))
                .collect(Collectors.joining("  ", "  ", ""))
                .stripTrailing();
    }

    private static String padding(String cell, int width) {
        return " ".repeat(width - cell.length());
    }
}
