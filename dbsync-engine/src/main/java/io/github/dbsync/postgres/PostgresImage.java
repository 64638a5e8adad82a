package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import io.github.dbsync.rules.ColumnRules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database as it is copied exactly. What needs what is in order already, and the same on every server. */
final class PostgresImage implements Source {

    private final PostgresSource source;
    private @Nullable Catalog catalog;

    PostgresImage(PostgresSource source) {
        this.source = source;
    }

    @Override
    public Catalog catalog() {
        if (catalog == null) {
            catalog = inOrder(source.catalog());
        }
        return catalog;
    }

    private Catalog inOrder(Catalog catalog) {
        return new Catalog(
                catalog.dialect(),
                "",
                catalog.tables().stream()
                        .map(Table::inOrderOfNames)
                        .sorted(Comparator.comparing(Table::name))
                        .toList(),
                auxiliaries(catalog),
                catalog.sequences().stream()
                        .sorted(Comparator.comparing(Sequence::name))
                        .toList(),
                catalog.others(),
                catalog.settings(),
                Set.of());
    }

    /** The tables that keep rows for the memory, with the columns that it knows of. */
    private List<Table> auxiliaries(Catalog catalog) {
        Map<QualifiedName, Table> known = source.memory().map(Memory::auxiliaries).orElse(List.of()).stream()
                .map(RememberedTable::created)
                .collect(Collectors.toMap(Table::name, table -> table));
        return catalog.auxiliaries().stream()
                .map(Table::name)
                .filter(known::containsKey)
                .sorted()
                .map(known::get)
                .toList();
    }

    @Override
    public Optional<Memory> memory() {
        return source.memory();
    }

    @Override
    public TableCensus census(Table table, boolean exact, ColumnRules rules) {
        return new TableCensus(table, countRows(table), List.of());
    }

    @Override
    public long countRows(Table table) {
        return source.countRows(table);
    }

    @Override
    public RowReader read(Table table) {
        return source.readInOrder(table);
    }

    @Override
    public Source image() {
        return this;
    }

    @Override
    public void close() {
        source.close();
    }
}
