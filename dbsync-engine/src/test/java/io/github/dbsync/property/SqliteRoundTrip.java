package io.github.dbsync.property;

import io.github.dbsync.Judges;
import io.github.dbsync.Syncs;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** SQLite to PostgreSQL and back. */
final class SqliteRoundTrip implements RoundTrip {

    private final Path original;
    private final Path copy;
    private final PostgresDatabase database;
    private final boolean judged;

    SqliteRoundTrip(Path folder, PostgresDatabase database, boolean judged) {
        this.original = folder.resolve("original.db");
        this.copy = folder.resolve("back.db");
        this.database = database;
        this.judged = judged;
    }

    @Override
    public List<String> make(Sample sample) throws SQLException, IOException {
        Files.deleteIfExists(original);
        Files.deleteIfExists(copy);
        ReusedDatabase.empty(database);
        try (Connection connection = connect(original)) {
            Script.runWhatIsTaken(connection, List.of("PRAGMA synchronous = OFF"));
            return Script.runWhatIsTaken(connection, sample.statements());
        }
    }

    @Override
    public void out() {
        Syncs.toPostgres(original, database);
    }

    @Override
    public Set<ProblemCode> refusals() {
        return EnumSet.of(
                ProblemCode.VALUE_DOES_NOT_FIT,
                ProblemCode.ORPHAN_ROWS,
                ProblemCode.OBJECT_REFUSED,
                ProblemCode.NOTHING_TO_SYNC);
    }

    @Override
    public void back() {
        Syncs.toSqlite(database, copy);
    }

    @Override
    public List<String> differences() throws SQLException {
        if (judged) {
            Judges.assertSameSqlite(original, copy);
        }
        try (Connection before = connect(original);
                Connection after = connect(copy)) {
            return SqliteImage.of(before).differencesTo(SqliteImage.of(after));
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
