package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.Optional;

/** Asks SQLite itself whether a new database is sound before it becomes visible. */
final class SqliteProof {

    private static final String SOUND = "ok";

    private SqliteProof() {}

    static void check(SqliteDatabase database) {
        String found = database.text("PRAGMA integrity_check(1)").orElse(SOUND);
        if (!found.equals(SOUND)) {
            throw new DbSyncException(database.problems().corrupt(found));
        }
        Optional<String> orphans = database.text("PRAGMA foreign_key_check");
        if (orphans.isPresent()) {
            throw new DbSyncException(orphans(orphans.get()));
        }
    }

    private static Problem orphans(String table) {
        return Problem.refusal(
                ProblemCode.ORPHAN_ROWS,
                "Rows of " + table + " have no parent.",
                "table " + table + " of the new SQLite file",
                "A foreign key that is made again here was not checked where the rows come from.",
                "Correct these rows at the source, or sync their parents too (see dbsync.include and dbsync.exclude)");
    }
}
