package io.github.dbsync.sqlite;

import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A SQLite file in a temporary folder of its own. */
public final class SqliteScratch implements ScratchDatabase {

    private final SqliteFile file;
    private final SqliteDatabase database;

    private SqliteScratch(SqliteFile file, SqliteDatabase database) {
        this.file = file;
        this.database = database;
    }

    /** @throws io.github.dbsync.feedback.DbSyncException where no temporary file can be made */
    public static ScratchDatabase create() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        try {
            SqliteFile file =
                    new SqliteFile(Files.createTempDirectory("dbsync-").resolve("scratch.db"));
            return new SqliteScratch(file, SqliteDatabase.create(file.path()));
        } catch (IOException refused) {
            throw new SqliteProblems(folder).exception(refused);
        }
    }

    @Override
    public SqliteFile endpoint() {
        return file;
    }

    @Override
    public void execute(Statement statement) {
        database.execute(statement.sql(), statement.reason());
    }

    @Override
    public void close() {
        database.close();
        Path folder = file.path().resolveSibling("");
        try {
            for (Path left : filesIn(folder)) {
                Files.delete(left);
            }
            Files.delete(folder);
        } catch (IOException refused) {
            throw database.problems().exception(refused);
        }
    }

    /** The database, and what SQLite and a writer's lock left beside it. */
    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
