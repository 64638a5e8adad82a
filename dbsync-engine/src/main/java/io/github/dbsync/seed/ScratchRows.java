package io.github.dbsync.seed;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows in a temporary table, where the database makes of them what it would make of them in their own table. */
final class ScratchRows {

    private ScratchRows() {}

    /** Fills a new scratch table with rows that all have the same columns. */
    static Table fill(LiveTarget target, Table table, List<Map<String, CarriedValue>> rows) {
        Collection<String> given = rows.get(0).keySet();
        Table scratch = target.scratch(table.withColumns(table.storedColumns().stream()
                .filter(column -> given.contains(column.name()))
                .toList()));
        try (RowWriter writer = target.write(scratch)) {
            Batch batch = Batch.of(scratch);
            for (Map<String, CarriedValue> row : rows) {
                add(row, scratch.columns(), batch);
                if (batch.isFull()) {
                    writer.write(batch);
                    batch.clear();
                }
            }
            writer.write(batch);
            writer.finish();
        }
        return scratch;
    }

    private static void add(Map<String, CarriedValue> row, List<Column> columns, Batch batch) {
        for (int i = 0; i < columns.size(); i++) {
            row.getOrDefault(columns.get(i).name(), CarriedValue.NULL).put(batch.column(i), batch.rows());
        }
        batch.endRow();
    }

    /** The rows of a table in their order. */
    static List<Map<String, CarriedValue>> read(Source source, Table table) {
        List<Column> columns = table.storedColumns();
        List<Map<String, CarriedValue>> rows = new ArrayList<>();
        source.read(table, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                rows.add(row(batch, row, columns));
            }
        });
        return rows;
    }

    private static Map<String, CarriedValue> row(Batch batch, int row, List<Column> columns) {
        Map<String, CarriedValue> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), CarriedValue.of(batch.column(i), row));
        }
        return values;
    }
}
