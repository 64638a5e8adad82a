package io.github.dbsync.comparison;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Default.Meaning;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table's definition means: its columns, keys, foreign keys and indexes, whatever they are called and however they are
 * written. Two tables mean the same where they have the same facts. Defaults and checks are none: they say nothing of the rows
 * that are there. Defaults count where they are asked for.
 */
final class TableFacts {

    /** SQLite's integer keys number rows whether somebody wants it or not. */
    private static final Set<Identity.Kind> NUMBERED_BY_CHOICE =
            EnumSet.of(Identity.Kind.ALWAYS, Identity.Kind.BY_DEFAULT, Identity.Kind.SERIAL);

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

    /** The same, and what columns have where nobody gives them a value. */
    static TableFacts withDefaults(Table table) {
        TableFacts facts = of(table);
        table.columns().forEach(facts::addDefault);
        return facts;
    }

    private void addDefault(Column column) {
        Default value = column.defaultValue();
        Identity identity = column.identity();
        if (value != null) {
            facts.put(
                    List.of("default", column.name(), meaning(value, column.logical())),
                    "default " + value.declared() + " of column " + column.name());
        } else if (identity != null && NUMBERED_BY_CHOICE.contains(identity.kind())) {
            facts.put(List.of("numbers", column.name()), "numbers that column " + column.name() + " gives by itself");
        }
    }

    /** Tools write literals of moments and bytes in forms of their own for SQLite: that there is one is all that counts. */
    private static Object meaning(Default value, LogicalType type) {
        boolean ownForm = type instanceof LogicalType.Timestamp || type instanceof LogicalType.Bytes;
        if (ownForm && (value.meaning() instanceof Meaning.Text || value.meaning() instanceof Meaning.Bytes)) {
            return "a literal";
        }
        return value.meaning() instanceof Meaning.Unknown ? value.declared() : value.meaning();
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
