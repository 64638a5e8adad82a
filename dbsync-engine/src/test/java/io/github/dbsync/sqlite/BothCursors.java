package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what the pages say against what SQLite says: every value of every row, its storage class and its bytes. */
final class BothCursors {

    private BothCursors() {}

    /** Compares all tables of a file; returns how many of them were read by pages. */
    static int compare(Path file) throws SQLException {
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
            SqliteDatabase database = snapshot.database();
            int byPages = 0;
            for (RowSelection selection : selections(database)) {
                byPages += compare(database, snapshot.cursors(), selection) ? 1 : 0;
            }
            return byPages;
        }
    }

    /** All that stands in the file: the tables with their stored columns, computed ones too, and SQLite's own tables. */
    static List<RowSelection> selections(SqliteDatabase database) {
        Catalog catalog = SqliteCatalogReader.read(database);
        return Stream.concat(
                        catalog.tables().stream()
                                .map(BothCursors::withComputedColumns)
                                .map(table -> RowSelection.of(table, table.storedColumns(), database.encoding())),
                        catalog.auxiliaries().stream()
                                .filter(PackedRows::arePacked)
                                .map(table -> RowSelection.ofPackedRows(database, table, database.encoding())))
                .toList();
    }

    private static Table withComputedColumns(Table table) {
        return table.withColumns(table.columns().stream()
                .filter(column ->
                        column.generated() == null || column.generated().stored())
                .map(column -> new Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.defaultValue(),
                        column.identity(),
                        null,
                        column.collation()))
                .toList());
    }

    private static boolean compare(SqliteDatabase database, RowCursors cursors, RowSelection selection)
            throws SQLException {
        List<RowCursor> parts = cursors.openParts(database, selection, 2);
        if (!parts.isEmpty()) {
            compare(database, cursors, selection, new Joined(parts));
        }
        RowCursor whole = cursors.open(database, selection);
        compare(database, cursors, selection, whole);
        return whole instanceof PageCursor;
    }

    private static void compare(SqliteDatabase database, RowCursors cursors, RowSelection selection, RowCursor opened)
            throws SQLException {
        try (RowCursor pages = opened;
                RowCursor sqlite = RowCursors.bySqlite(cursors.encoding()).open(database, selection)) {
            long row = 0;
            boolean more = sqlite.next();
            while (more) {
                row++;
                assertThat(pages.next())
                        .as("row %s of %s is there", row, selection.table().name())
                        .isTrue();
                assertThat(PackedRow.pack(pages.cells(), selection.query()))
                        .as("row %s of %s", row, selection.table().name())
                        .isEqualTo(PackedRow.pack(sqlite.cells(), selection.query()));
                more = sqlite.next();
            }
            assertThat(pages.next())
                    .as("a row after %s of %s", row, selection.table().name())
                    .isFalse();
        }
    }

    /** Goes over the rows of several cursors, of one after the other. */
    private static final class Joined implements RowCursor {

        private final Iterator<RowCursor> parts;
        private RowCursor part;

        Joined(List<RowCursor> all) {
            this.parts = all.iterator();
            this.part = parts.next();
        }

        @Override
        public boolean next() throws SQLException {
            boolean more = part.next();
            while (!more && parts.hasNext()) {
                part = parts.next();
                more = part.next();
            }
            return more;
        }

        @Override
        public Cells cells() {
            return part.cells();
        }

        @Override
        public void close() {}
    }

    /** Why a table is not read by pages. */
    static Optional<PageFacts.Reason> reason(Path file, String table) {
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
            RowSelection selection = selections(snapshot.database()).stream()
                    .filter(each -> each.table().name().name().equals(table))
                    .findFirst()
                    .orElseThrow();
            return snapshot.cursors().against(StoredTable.read(snapshot.database(), table), selection);
        }
    }
}
