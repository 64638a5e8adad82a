package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.RecordBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rows of a table, and its indexes with them, as pages of the new file. SQLite, whose transaction is committed before
 * and which begins another one afterwards, finds them there. What it alone can do or say is left to it: a row that breaks a
 * constraint, a row whose rowid is less than that of one before, an index that is unusual or has two equal keys.
 */
final class BulkRowWriter implements RowWriter {

    /** For the keys of all indexes of a table, in bytes. */
    private static final long MEMORY = 32L << 20;

    private static final long LEAST_MEMORY = 2L << 20;

    /** A longer row SQLite refuses (SQLite docs, "Implementation Limits For SQLite", 1). */
    private static final int LONGEST_ROW = 1_000_000_000;

    private final SqliteBuild build;
    private final Table table;
    private final EmptyTable empty;
    private final BulkFile file;
    private final BulkRows rows;
    private final List<BulkIndex> indexes = new ArrayList<>();
    private final List<String> unusualIndexes = new ArrayList<>();
    private final ColumnMapping[] mappings;
    private final RecordCell[] cells;
    private final ColumnConstraint[] constraints;
    private final int[] sources;
    private final int rowidPlace;
    private final RecordBuilder record;
    private long written;
    private long greatest;

    BulkRowWriter(SqliteBuild build, Table table, EmptyTable empty, BulkFile file) {
        this.build = build;
        this.table = table;
        this.empty = empty;
        this.file = file;
        this.rowidPlace = empty.rowidPlace();
        this.record = new RecordBuilder(empty.columns().size(), file.encoding());
        this.mappings = MappedRowForm.mappings(table);
        List<String> names = table.storedColumns().stream().map(Column::name).toList();
        this.sources = empty.columns().stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
        boolean strict = empty.stored().strict();
        this.cells = empty.columns().stream()
                .map(column -> new RecordCell(record, Affinity.of(column.declared(), strict)))
                .toArray(RecordCell[]::new);
        this.constraints = empty.columns().stream()
                .map(column -> ColumnConstraint.of(column, strict))
                .toArray(ColumnConstraint[]::new);
        long memory = Math.max(LEAST_MEMORY, MEMORY / (empty.indexes().size() + 1));
        this.rows = empty.stored().withoutRowid()
                ? new KeyedRows(table, empty, file.encoding(), build.folder(), memory)
                : new NumberedRows(table, empty, file, build.folder());
        planIndexes(memory);
    }

    private void planIndexes(long memory) {
        for (EmptyTable.WrittenIndex index : empty.indexes()) {
            if (BulkLoading.takes(index, file.encoding())) {
                indexes.add(new BulkIndex(index, rowidPlace, file, build.folder(), memory));
            } else {
                unusualIndexes.add(index.name());
            }
        }
    }

    @Override
    public void write(Batch batch) {
        try {
            for (int row = 0; row < batch.rows(); row++) {
                write(batch, row);
            }
        } catch (IOException refused) {
            throw exception(refused);
        }
    }

    private void write(Batch batch, int row) throws IOException {
        record.clear();
        for (int i = 0; i < sources.length; i++) {
            if (i == rowidPlace) {
                record.addNull();
            } else {
                put(batch, row, sources[i], cells[i]);
            }
        }
        if (breaksConstraint()) {
            refuse(batch, row);
        }
        add(rowid(batch, row));
        written++;
    }

    private void put(Batch batch, int row, int column, RecordCell cell) {
        Vector vector = batch.column(column);
        if (vector.isNull(row)) {
            Object none = mappings[column].writeNull();
            if (none == null) {
                record.addNull();
            } else {
                cell.value(none);
            }
        } else if (!mappings[column].write(vector, row, cell)) {
            throw bent(column);
        }
    }

    private boolean breaksConstraint() {
        for (int i = 0; i < sources.length; i++) {
            if (i != rowidPlace && !constraints[i].takes(record.type(i))) {
                return true;
            }
        }
        return record.length() > LONGEST_ROW;
    }

    /** SQLite says itself what is wrong with the row. */
    private void refuse(Batch batch, int row) {
        try (SqliteRowWriter insert = new SqliteRowWriter(build.database(), table)) {
            insert.write(batch, row);
        }
        throw new IllegalStateException("SQLite takes a row of " + table.name() + " that breaks a constraint");
    }

    /** The number of the row, or the next one where it has none. */
    private long rowid(Batch batch, int row) {
        boolean known = rowidPlace >= 0 && !batch.column(sources[rowidPlace]).isNull(row);
        long rowid = known ? batch.longs(sources[rowidPlace]).get(row) : greatest + 1;
        greatest = written == 0 ? rowid : Math.max(greatest, rowid);
        return rowid;
    }

    private DbSyncException bent(int column) {
        return new DbSyncException(
                SqliteFindings.bent(table, table.storedColumns().get(column), written + 1));
    }

    private void add(long rowid) throws IOException {
        if (rows.add(record, rowid)) {
            for (BulkIndex index : indexes) {
                index.add(record, rowid);
            }
        }
    }

    @Override
    public void finish() {
        try {
            if (rows.fill(file)) {
                fillIndexes();
                file.finish();
            }
            file.close();
            SqliteDatabase database = build.database();
            unusualIndexes.forEach(
                    index -> database.execute("REINDEX main." + SqliteNames.quote(index), "index " + index));
            count(database);
            rows.insertOthers(database);
        } catch (IOException refused) {
            throw exception(refused);
        }
    }

    private void fillIndexes() throws IOException {
        for (BulkIndex index : indexes) {
            if (!index.fill(file)) {
                unusualIndexes.add(index.name());
            }
        }
    }

    /** What an insert notes of the greatest number that was ever there (SQLite docs, "Autoincrement"). */
    private void count(SqliteDatabase database) {
        ParsedTable.ParsedKey key = CreateTableParser.parse(empty.sql()).primaryKey();
        if (written > 0 && rowidPlace >= 0 && key != null && key.autoincrement()) {
            database.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ("
                    + SqliteNames.literal(table.name().name()) + ", " + greatest + ")");
        }
    }

    private DbSyncException exception(IOException refused) {
        return build.problems().of("table " + table.name()).exception(refused);
    }

    @Override
    public void close() {
        try {
            for (BulkIndex index : indexes) {
                index.close();
            }
            rows.close();
            file.close();
        } catch (IOException refused) {
            throw exception(refused);
        }
    }
}
