package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;

/** Asks SQLite itself whether a new database is sound before it becomes visible. A foreign key to nothing checks nothing. */
final class SqliteProof {

    private static final String SOUND = "ok";

    private SqliteProof() {}

    static void check(SqliteDatabase database) {
        String found = database.text("PRAGMA integrity_check(1)").orElse(SOUND);
        if (!found.equals(SOUND)) {
            throw new DbSyncException(
                    isBrokenConstraint(found)
                            ? database.problems().brokenConstraint(found)
                            : database.problems().corrupt(found));
        }
        Catalog catalog = SqliteCatalogReader.read(database);
        SqliteForeignKeyCheck foreignKeys = new SqliteForeignKeyCheck(database, catalog);
        for (Table table : catalog.tables()) {
            if (foreignKeys.findings(table).stream().anyMatch(Problem::refuses)) {
                throw new DbSyncException(orphans(table));
            }
        }
    }

    /** Rows that are written as pages meet the CHECK constraints of their table only here. */
    private static boolean isBrokenConstraint(String found) {
        return found.startsWith("CHECK constraint failed in ") || found.startsWith("NULL value in ");
    }

    private static Problem orphans(Table table) {
        return Problem.refusal(
                ProblemCode.ORPHAN_ROWS,
                "Rows of " + table.name() + " have no parent.",
                "table " + table.name() + " of the new SQLite file",
                "A foreign key that is made again here was not checked where the rows come from.",
                "Correct these rows at the source, or sync their parents too (see dbsync.include and dbsync.exclude)");
    }
}
