package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.sqlite.PageCells.PageColumn;
import io.github.dbsync.sqlite.PageFacts.Reason;
import io.github.dbsync.sqlite.RowSelection.RowForm;
import io.github.dbsync.sqlite.StoredTable.StoredColumn;
import io.github.dbsync.sqlite.file.FileHeader;
import io.github.dbsync.sqlite.file.TableScan;
import io.github.dbsync.sqlite.file.TreePart;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens cursors over tables: by the pages of the file where they are sure to say what SQLite would say, else by SQLite.
 *
 * <p>Pages are read only while SQLite holds a read transaction on the same file. Without a log nobody can then write the file
 * (SQLite docs, "File Locking And Concurrency"); with a log that was empty when the transaction had begun, what others commit
 * stays in the log, because a checkpoint writes nothing that a reader must not see yet (SQLite docs, "Write-Ahead Logging",
 * 2.2). A hot journal was rolled back or refused when the transaction began.
 */
final class RowCursors {

    private final Charset encoding;
    private final boolean held;
    private final boolean logged;
    private final @Nullable OpenFile file;
    private final @Nullable FileHeader header;

    private RowCursors(
            Charset encoding, boolean held, boolean logged, @Nullable OpenFile file, @Nullable FileHeader header) {
        this.encoding = encoding;
        this.held = held;
        this.logged = logged;
        this.file = file;
        this.header = header;
    }

    /** Cursors of SQLite, in whatever transaction a connection is. */
    static RowCursors bySqlite(Charset encoding) {
        return new RowCursors(encoding, false, false, null, null);
    }

    /**
     * Cursors by pages, where they are safe.
     *
     * @param database in a read transaction that lasts as long as the cursors do
     * @param logged whether the log had content after the transaction had begun
     */
    static RowCursors byPages(SqliteDatabase database, boolean logged, Charset encoding) {
        OpenFile file = database.file().orElse(null);
        return new RowCursors(encoding, true, logged, file, file == null ? null : header(file, encoding));
    }

    private static @Nullable FileHeader header(OpenFile file, Charset encoding) {
        byte[] bytes = new byte[FileHeader.LENGTH];
        try {
            file.read(0, bytes, FileHeader.LENGTH);
            FileHeader header = FileHeader.read(bytes);
            return header.encoding().charset().equals(encoding) ? header : null;
        } catch (IOException unknown) {
            return null;
        }
    }

    /** Whether SQLite holds a read transaction as long as these cursors last, so that they always see the same rows. */
    boolean areHeld() {
        return held;
    }

    Charset encoding() {
        return encoding;
    }

    /** The stored columns of a table's rows, in the carriers of their logical types. */
    RowReader readValues(SqliteDatabase database, Table table) {
        RowSelection selection = RowSelection.of(table, table.storedColumns(), encoding);
        return reader(database, selection, new MappedRowForm(table, selection.query()));
    }

    /** The rows of a table, each packed into one value. */
    RowReader readPackedRows(SqliteDatabase database, Table table) {
        RowSelection selection = RowSelection.ofPackedRows(database, table, encoding);
        return reader(
                database,
                selection,
                (cells, batch) -> batch.bytes(0).set(batch.rows(), PackedRow.pack(cells, selection.query())));
    }

    private RowReader reader(SqliteDatabase database, RowSelection selection, RowForm form) {
        try {
            return new SqliteRowReader(database.problems(), open(database, selection), form);
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    /** Goes over a selection's rows, which do not change meanwhile. */
    RowCursor open(SqliteDatabase database, RowSelection selection) throws SQLException {
        if (!held) {
            return StatementCursor.of(database, selection.query());
        }
        StoredTable stored = StoredTable.read(database, selection.table().name().name());
        return against(stored, selection).isPresent()
                ? StatementCursor.of(database, selection.query())
                : pages(stored, TreePart.whole(stored.root()), selection, problems(database, selection));
    }

    /**
     * Cursors that go over a selection's rows together, each over those that follow the ones before it.
     *
     * @param most how many there may be
     * @return none where the rows are not divided: where SQLite is asked for them, or where they have no rowids by which to name them
     */
    List<RowCursor> openParts(SqliteDatabase database, RowSelection selection, int most) {
        if (!held || !selection.query().hasRowid()) {
            return List.of();
        }
        StoredTable stored = StoredTable.read(database, selection.table().name().name());
        if (against(stored, selection).isPresent()) {
            return List.of();
        }
        SqliteProblems problems = problems(database, selection);
        return divide(stored, most, problems).stream()
                .map(part -> pages(stored, part, selection, problems))
                .toList();
    }

    private List<TreePart> divide(StoredTable stored, int most, SqliteProblems problems) {
        OpenFile open = Objects.requireNonNull(file);
        FileHeader known = Objects.requireNonNull(header);
        try {
            return TreePart.divide(open, known, pages(open, known), stored.root(), most);
        } catch (IOException damaged) {
            throw problems.exception(damaged);
        }
    }

    private static SqliteProblems problems(SqliteDatabase database, RowSelection selection) {
        return database.problems().of("table " + selection.table().name());
    }

    /** Why SQLite must be asked for a selection's rows; empty where the pages say the same. */
    Optional<Reason> against(StoredTable stored, RowSelection selection) {
        return new PageFacts(
                        held,
                        file != null,
                        logged,
                        header != null,
                        stored.root() > 0,
                        isInOrder(stored, selection),
                        selection.columns().stream()
                                .allMatch(column -> isRowid(stored, column) || place(stored, column) >= 0),
                        stored.columns().stream().noneMatch(StoredColumn::hasUnreadableDefault))
                .against();
    }

    private static boolean isInOrder(StoredTable stored, RowSelection selection) {
        boolean byRowid = selection.query().hasRowid() || stored.hasColumnForRowid();
        return stored.withoutRowid() ? stored.isInUsualOrder(selection.table()) : byRowid;
    }

    private static boolean isRowid(StoredTable stored, Column column) {
        int index = stored.indexOf(column.name());
        return index < 0 ? !stored.withoutRowid() && RowQuery.isRowidName(column.name()) : stored.isRowid(index);
    }

    private static int place(StoredTable stored, Column column) {
        int index = stored.indexOf(column.name());
        return index < 0 ? StoredTable.NOWHERE : stored.place(index);
    }

    private RowCursor pages(StoredTable stored, TreePart part, RowSelection selection, SqliteProblems problems) {
        TableScan scan = scan(stored, part, problems);
        PageColumn[] columns = selection.columns().stream()
                .map(column -> pageColumn(stored, column))
                .toArray(PageColumn[]::new);
        List<Column> selected = selection.columns();
        Cells cells = new PageCells(
                scan,
                columns,
                column -> AddedColumns.valueIn(
                        stored.columns().get(stored.indexOf(selected.get(column).name())),
                        stored.strict(),
                        encoding,
                        problems),
                encoding,
                problems);
        return new PageCursor(scan, cells, problems);
    }

    private TableScan scan(StoredTable stored, TreePart part, SqliteProblems problems) {
        OpenFile open = Objects.requireNonNull(file);
        FileHeader known = Objects.requireNonNull(header);
        try {
            return TableScan.of(open, known, pages(open, known), part, stored.values(), !stored.withoutRowid());
        } catch (IOException damaged) {
            throw problems.exception(damaged);
        }
    }

    private static long pages(OpenFile file, FileHeader header) throws IOException {
        long there = file.length() / header.layout().pageSize();
        return header.knowsPages() ? Math.min(there, header.pages()) : there;
    }

    private static PageColumn pageColumn(StoredTable stored, Column column) {
        if (isRowid(stored, column)) {
            return new PageColumn(StoredTable.NOWHERE, true, false);
        }
        StoredColumn declared = stored.columns().get(stored.indexOf(column.name()));
        boolean real = Affinity.of(declared.declared(), stored.strict()) == Affinity.REAL;
        return new PageColumn(place(stored, column), false, real);
    }
}
