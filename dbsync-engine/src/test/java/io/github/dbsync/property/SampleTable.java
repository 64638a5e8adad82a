package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * A table as pieces of SQL.
 *
 * @param name quoted, with its schema where it has one
 * @param columns by quoted name: the type, then the column's clauses
 * @param clauses the table's constraints
 * @param options what follows the parenthesis
 * @param rows each by quoted column name; what is missing is left to the default
 */
record SampleTable(
        String name,
        Map<String, List<String>> columns,
        List<String> clauses,
        String options,
        List<Map<String, String>> rows) {

    String create() {
        List<String> items = new ArrayList<>();
        columns.forEach((column, definition) -> items.add(column + " " + String.join(" ", definition)));
        items.addAll(clauses);
        return "CREATE TABLE " + name + " (" + String.join(", ", items) + ")" + options;
    }

    String insert(int index) {
        Map<String, String> row = rows.get(index);
        return row.isEmpty()
                ? "INSERT INTO " + name + " DEFAULT VALUES"
                : "INSERT INTO " + name + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                        + String.join(", ", row.values()) + ")";
    }

    SampleTable withoutColumn(String column) {
        return new SampleTable(name, without(columns, (key, definition) -> key.equals(column)), clauses, options, rows)
                .withoutMentionsOf(column);
    }

    /** Without the constraints, clauses and values that speak of a column or table. */
    SampleTable withoutMentionsOf(String mentioned) {
        Map<String, List<String>> silent = new LinkedHashMap<>(columns);
        silent.replaceAll((column, definition) -> Without.mentionsOf(mentioned, definition));
        List<Map<String, String>> rowsLeft = rows.stream()
                .map(row -> without(row, (key, value) -> key.equals(mentioned) || value.contains(mentioned)))
                .toList();
        return new SampleTable(name, silent, Without.mentionsOf(mentioned, clauses), options, rowsLeft);
    }

    /** The same with one clause, row or value less. */
    Stream<SampleTable> simpler() {
        return Stream.of(
                        Without.each(rows).map(left -> new SampleTable(name, columns, clauses, options, left)),
                        Stream.of(options)
                                .filter(option -> !option.isEmpty())
                                .map(option -> new SampleTable(name, columns, clauses, "", rows)),
                        Without.each(clauses).map(left -> new SampleTable(name, columns, left, options, rows)),
                        columns.keySet().stream().flatMap(this::simplerColumn),
                        rows.stream().flatMap(this::simplerRow))
                .flatMap(each -> each);
    }

    private Stream<SampleTable> simplerColumn(String column) {
        List<String> definition = columns.getOrDefault(column, List.of());
        return Without.each(definition).skip(1).map(left -> {
            Map<String, List<String>> changed = new LinkedHashMap<>(columns);
            changed.put(column, left);
            return new SampleTable(name, changed, clauses, options, rows);
        });
    }

    private Stream<SampleTable> simplerRow(Map<String, String> row) {
        return row.keySet().stream().map(column -> {
            List<Map<String, String>> changed = new ArrayList<>(rows);
            changed.set(rows.indexOf(row), without(row, (key, value) -> key.equals(column)));
            return new SampleTable(name, columns, clauses, options, changed);
        });
    }

    private static <T> Map<String, T> without(Map<String, T> map, BiPredicate<String, T> gone) {
        Map<String, T> left = new LinkedHashMap<>(map);
        left.entrySet().removeIf(entry -> gone.test(entry.getKey(), entry.getValue()));
        return left;
    }
}
