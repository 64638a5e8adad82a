package io.github.dbsync.seed;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that tables have now. Each table is read once, when it is first asked for. */
final class PresentRows {

    private final Source source;
    private final Map<QualifiedName, List<Map<String, CarriedValue>>> rows = new HashMap<>();
    private final Map<Index, Map<List<CarriedValue>, Map<String, CarriedValue>>> indexes = new HashMap<>();

    PresentRows(Source source) {
        this.source = source;
    }

    List<Map<String, CarriedValue>> of(Table table) {
        return rows.computeIfAbsent(table.name(), name -> ScratchRows.read(source, table));
    }

    /** The row that has certain values in certain columns; one of them where there are several. */
    Optional<Map<String, CarriedValue>> lookup(Table table, RowKey key) {
        return Optional.ofNullable(
                indexes.computeIfAbsent(new Index(table.name(), key.columns()), index -> index(table, key.columns()))
                        .get(key.values()));
    }

    private Map<List<CarriedValue>, Map<String, CarriedValue>> index(Table table, List<String> columns) {
        Map<List<CarriedValue>, Map<String, CarriedValue>> index = new HashMap<>();
        of(table).forEach(row -> index.put(RowKey.of(row, columns).values(), row));
        return index;
    }

    private record Index(QualifiedName table, List<String> columns) {}
}
