package io.github.dbsync.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table while it is being thought up. */
final class TableDraft {

    final String name;
    final Map<String, List<String>> columns = new LinkedHashMap<>();
    final Map<String, List<String>> values = new LinkedHashMap<>();
    final List<String> clauses = new ArrayList<>();

    /** The columns of a key that others can refer to; empty where there is none. */
    final List<String> key = new ArrayList<>();

    String options = "";

    /** For each foreign key its columns, each with the query that takes one parent's value and lacks its offset. */
    private final List<Map<String, String>> references = new ArrayList<>();

    TableDraft(String name) {
        this.name = name;
    }

    /** A column with the literals that its rows choose from; none where the value is never given. */
    void add(String column, List<String> definition, List<String> literals) {
        columns.put(column, new ArrayList<>(definition));
        if (!literals.isEmpty()) {
            values.put(column, literals);
        }
    }

    String type(String column) {
        return columns.getOrDefault(column, List.of("")).get(0);
    }

    /** New columns that refer to a parent's key; returns the start of the constraint. */
    String addReference(TableDraft parent, Names names) {
        String order = String.join(", ", parent.key);
        Map<String, String> queries = new LinkedHashMap<>();
        for (String column : parent.key) {
            String child = names.next();
            columns.put(child, new ArrayList<>(List.of(parent.type(column))));
            queries.put(
                    child, "(SELECT " + column + " FROM " + parent.name + " ORDER BY " + order + " LIMIT 1 OFFSET ");
        }
        references.add(queries);
        return "FOREIGN KEY (" + String.join(", ", queries.keySet()) + ") REFERENCES " + parent.name;
    }

    /** Up to two indexes on it, as statements for after its rows. */
    List<String> indexes(
            Dice dice, Names names, UnaryOperator<String> indexed, Function<String, List<String>> conditions) {
        List<String> statements = new ArrayList<>();
        int count = dice.between(0, 2);
        for (int index = 0; index < count; index++) {
            String unique = dice.chance(15) ? "UNIQUE " : "";
            List<String> chosen = dice.some(dice.between(1, 2), List.copyOf(columns.keySet()));
            List<String> items = chosen.stream().map(indexed).toList();
            String where = dice.chance(30) ? " WHERE " + dice.oneOf(conditions.apply(chosen.get(0))) : "";
            statements.add("CREATE " + unique + "INDEX " + names.next() + " ON " + name + " ("
                    + String.join(", ", items) + ")" + where);
        }
        return statements;
    }

    SampleTable finish(Dice dice) {
        int count = dice.chance(10) ? 0 : dice.between(1, 6);
        List<Map<String, String>> rows =
                IntStream.range(0, count).mapToObj(index -> row(dice)).toList();
        return new SampleTable(name, columns, List.copyOf(clauses), options, rows);
    }

    private Map<String, String> row(Dice dice) {
        Map<String, String> row = new LinkedHashMap<>();
        values.forEach((column, literals) -> {
            if (!dice.chance(8)) {
                row.put(column, dice.chance(10) && !key.contains(column) ? "NULL" : dice.oneOf(literals));
            }
        });
        for (Map<String, String> reference : references) {
            int offset = dice.between(0, 3);
            reference.forEach((column, query) -> row.put(column, query + offset + ")"));
        }
        return row;
    }

    String keyList() {
        return key.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
