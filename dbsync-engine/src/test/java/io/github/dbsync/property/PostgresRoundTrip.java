package io.github.dbsync.property;

import io.github.dbsync.Judges;
import io.github.dbsync.PostgresImage;
import io.github.dbsync.Syncs;
import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** PostgreSQL to SQLite and back, into another database. */
final class PostgresRoundTrip implements RoundTrip {

    private final Path sqlite;
    private final PostgresDatabase original;
    private final PostgresDatabase copy;
    private final boolean judged;

    PostgresRoundTrip(Path folder, PostgresDatabase original, PostgresDatabase copy, boolean judged) {
        this.sqlite = folder.resolve("copy.db");
        this.original = original;
        this.copy = copy;
        this.judged = judged;
    }

    @Override
    public List<String> make(Sample sample) throws SQLException, IOException {
        Files.deleteIfExists(sqlite);
        ReusedDatabase.empty(original);
        ReusedDatabase.empty(copy);
        try (Connection connection = DisposableServer.connect(original)) {
            return Script.runWhatIsTaken(connection, sample.statements());
        }
    }

    @Override
    public void out() {
        Syncs.toSqlite(original, sqlite);
    }

    @Override
    public Set<ProblemCode> refusals() {
        return EnumSet.of(ProblemCode.ORPHAN_ROWS, ProblemCode.OBJECT_REFUSED, ProblemCode.NOTHING_TO_SYNC);
    }

    @Override
    public void back() {
        Syncs.toPostgres(sqlite, copy);
    }

    @Override
    public List<String> differences() throws SQLException {
        if (judged) {
            Judges.assertSamePostgres(original, copy);
        }
        return PostgresImage.of(original).differencesTo(PostgresImage.of(copy));
    }
}
