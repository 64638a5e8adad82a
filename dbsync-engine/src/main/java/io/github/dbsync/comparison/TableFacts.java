package io.github.dbsync.comparison;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a table's definition means: its columns, keys, foreign keys and indexes, whatever they are called and however they are
 * written. Two tables mean the same where they have the same facts. Defaults and checks are none: they say nothing of the rows
 * that are there.
 */
final class TableFacts {

    private final Map<List<Object>, String> facts = new LinkedHashMap<>();

    private TableFacts() {}

    static TableFacts of(Table table) {
        TableFacts facts = new TableFacts();
        table.columns().forEach(facts::add);
        if (table.primaryKey() != null) {
            facts.add("primary key", table.primaryKey().columns());
        }
        table.uniques().stream().map(Key::columns).forEach(columns -> facts.add("unique", columns));
        table.foreignKeys().forEach(facts::add);
        table.indexes().forEach(facts::add);
        return facts;
    }

    private void add(Column column) {
        String words =
                column.type().declared().isEmpty() ? "" : " " + column.type().declared();
        facts.put(
                List.of("column", column.name(), column.logical(), column.nullable()),
                "column " + column.name() + words + (column.nullable() ? "" : " NOT NULL"));
    }

    private void add(ForeignKey key) {
        List<Object> meaning = List.of(
                "foreign key", key.columns(), key.parent(), key.parentColumns(), key.onDelete(), key.onUpdate());
        facts.put(
                meaning,
                "foreign key " + inParentheses(key.columns()) + " to " + key.parent() + " "
                        + inParentheses(key.parentColumns()) + " ON DELETE "
                        + key.onDelete().sql() + " ON UPDATE "
                        + key.onUpdate().sql());
    }

    /** An index of all rows that is unique is a key by another name; one of expressions is known by its name. */
    private void add(Index index) {
        List<String> parts = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            parts.add(part.column() == null ? "an expression of " + index.name() : part.column());
        }
        boolean partial = index.where() != null;
        add((index.unique() ? "unique" : "index") + (partial ? " of some rows" : ""), parts);
    }

    private void add(String kind, List<String> columns) {
        facts.put(List.of(kind, columns), kind + " " + inParentheses(columns));
    }

    private static String inParentheses(List<String> columns) {
        return columns.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** What only this table has, in words. */
    List<String> without(TableFacts other) {
        return facts.entrySet().stream()
                .filter(fact -> !other.facts.containsKey(fact.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
