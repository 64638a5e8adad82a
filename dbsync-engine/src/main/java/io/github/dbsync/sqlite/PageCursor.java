package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.TableScan;
import java.io.IOException;
import java.util.Optional;

/** Goes over rows by the pages of the file. */
final class PageCursor implements RowCursor {

    private final TableScan scan;
    private final Cells cells;
    private final SqliteProblems problems;

    /** @param problems names the table */
    PageCursor(TableScan scan, Cells cells, SqliteProblems problems) {
        this.scan = scan;
        this.cells = cells;
        this.problems = problems;
    }

    @Override
    public boolean next() {
        try {
            return scan.next();
        } catch (IOException damaged) {
            throw problems.exception(damaged);
        }
    }

    @Override
    public Cells cells() {
        return cells;
    }

    @Override
    public Optional<IntegerRange> rowids() {
        return scan.hasRowids() ? Optional.of(new IntegerRange(scan.firstRowid(), scan.rowid())) : Optional.empty();
    }

    /** The file stays open as long as SQLite has it open. */
    @Override
    public void close() {}
}
