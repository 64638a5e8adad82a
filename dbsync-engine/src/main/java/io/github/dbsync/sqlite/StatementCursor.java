package io.github.dbsync.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/** Goes over rows by SQLite's own statement: JDBC would box every value. */
final class StatementCursor implements RowCursor {

    private final PreparedStatement statement;
    private final SafeStmtPtr pointer;
    private final StatementCells cells;

    private StatementCursor(PreparedStatement statement, StatementCells cells) {
        this.statement = statement;
        this.pointer = ((CoreStatement) statement).pointer;
        this.cells = cells;
    }

    static RowCursor of(SqliteDatabase database, RowQuery query) throws SQLException {
        PreparedStatement statement = database.prepare(query.sql());
        StatementCells cells =
                ((CoreStatement) statement).pointer.safeRun((db, pointer) -> new StatementCells(db, pointer, query));
        return new StatementCursor(statement, cells);
    }

    @Override
    public boolean next() throws SQLException {
        int outcome = pointer.safeRunInt(DB::step);
        if (outcome != Codes.SQLITE_ROW && outcome != Codes.SQLITE_DONE) {
            cells.database().throwex(outcome);
        }
        return outcome == Codes.SQLITE_ROW;
    }

    @Override
    public Cells cells() {
        return cells;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
