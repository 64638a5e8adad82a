package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.TextEncoding;
import java.io.IOException;
import java.util.Optional;

/** Chooses who writes the rows of a table: SQLite by inserts, or this program by pages, where {@link BulkLoading} takes it. */
final class RowWriters {

    private RowWriters() {}

    static RowWriter of(SqliteBuild build, Table table) {
        if (PackedRows.arePacked(table)) {
            return new PackedRowWriter(build.database(), table);
        }
        return bulk(build, table).orElseGet(() -> new SqliteRowWriter(build.database(), table));
    }

    private static Optional<RowWriter> bulk(SqliteBuild build, Table table) {
        if (!build.isAnew() || !BulkLoading.takes(table)) {
            return Optional.empty();
        }
        SqliteDatabase database = build.database();
        TextEncoding encoding = TextEncoding.of(database.encoding());
        return EmptyTable.of(database, table)
                .filter(empty -> BulkLoading.takes(table, empty, encoding))
                .flatMap(empty -> bulk(build, table, empty));
    }

    /** Indexes are made before the rows, and filled with them. */
    private static Optional<RowWriter> bulk(SqliteBuild build, Table table, EmptyTable bare) {
        SqliteDdl.indexes(table).forEach(build::executeAhead);
        EmptyTable empty = table.indexes().isEmpty()
                ? bare
                : EmptyTable.of(build.database(), table).orElse(bare);
        try {
            BulkFile file = BulkFile.open(build.settled());
            if (file.isUsual() && file.isEmpty(empty.stored().root())) {
                return Optional.of(new BulkRowWriter(build, table, empty, file));
            }
            file.close();
            return Optional.empty();
        } catch (IOException refused) {
            throw build.problems().of("table " + table.name()).exception(refused);
        }
    }
}
