package io.github.dbsync.sqlite;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.sqlite.CatalogRows.ForeignKeyPart;
import io.github.dbsync.sqlite.CatalogRows.TableColumn;
import io.github.dbsync.sqlite.ParsedTable.ParsedForeignKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts a table's foreign keys together, with the exact names of what they refer to: SQLite is blind to case. */
final class ForeignKeyReader {

    private final Map<String, List<TableColumn>> allColumns;

    /** @param allColumns the columns of every table */
    ForeignKeyReader(Map<String, List<TableColumn>> allColumns) {
        this.allColumns = allColumns;
    }

    /** The columns of a primary key in its own order; none where there is no key. */
    static List<String> primaryKey(List<TableColumn> columns) {
        return columns.stream()
                .filter(column -> column.primaryKey() > 0)
                .sorted(Comparator.comparing(TableColumn::primaryKey))
                .map(TableColumn::name)
                .toList();
    }

    /**
     * @param all the parts of a table's foreign keys, key by key as they are declared
     * @param declared what the table's own SQL says of them, in the same order
     */
    List<ForeignKey> read(List<ForeignKeyPart> all, List<ParsedForeignKey> declared) {
        List<List<ForeignKeyPart>> keys = new ArrayList<>(all.stream()
                .collect(groupingBy(ForeignKeyPart::id, LinkedHashMap::new, toList()))
                .values());
        return IntStream.range(0, keys.size())
                .mapToObj(i -> foreignKey(
                        keys.get(i), keys.size() == declared.size() ? Optional.of(declared.get(i)) : Optional.empty()))
                .toList();
    }

    private ForeignKey foreignKey(List<ForeignKeyPart> parts, Optional<ParsedForeignKey> declared) {
        ForeignKeyPart first = parts.get(0);
        String parent = exactTable(first.parent());
        return new ForeignKey(
                declared.map(ParsedForeignKey::name).orElse(null),
                parts.stream().map(ForeignKeyPart::from).toList(),
                QualifiedName.of(parent),
                parentColumns(parts, allColumns.getOrDefault(parent, List.of())),
                action(first.onDelete()),
                action(first.onUpdate()),
                declared.map(ParsedForeignKey::checking).orElse(ForeignKey.Checking.IMMEDIATE),
                declared.map(ParsedForeignKey::definition).orElse(null));
    }

    private String exactTable(String name) {
        return allColumns.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    /** A key that names no columns means the parent's primary key; where there is none, nothing better is known. */
    private static List<String> parentColumns(List<ForeignKeyPart> parts, List<TableColumn> parent) {
        List<String> primaryKey = primaryKey(parent);
        if (parts.get(0).to() == null && !primaryKey.isEmpty()) {
            return primaryKey;
        }
        return parts.stream().map(part -> parentColumn(part, parent)).toList();
    }

    private static String parentColumn(ForeignKeyPart part, List<TableColumn> parent) {
        String to = part.to() == null ? part.from() : part.to();
        return parent.stream()
                .map(TableColumn::name)
                .filter(to::equalsIgnoreCase)
                .findFirst()
                .orElse(to);
    }

    private static Action action(String words) {
        return Action.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
