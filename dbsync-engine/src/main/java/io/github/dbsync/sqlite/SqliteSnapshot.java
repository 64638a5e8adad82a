package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A SQLite file in one read transaction.
 *
 * <p>A file in WAL mode can be read only with a -wal and a -shm file beside it; SQLite makes them where they are missing, and
 * a connection that only reads cannot remove them. The last writing connection does, and that is how they are tidied away.
 */
final class SqliteSnapshot implements AutoCloseable {

    private static final String FIRST_READ = "SELECT count(*) FROM sqlite_schema";

    /** Differs from what it was where another connection has committed since (SQLite docs, "PRAGMA data_version"). */
    private static final String DATA_VERSION = "PRAGMA data_version";

    private final Path file;
    private final SqliteDatabase database;
    private final Optional<SqliteDatabase> second;
    private final boolean tidies;

    private SqliteSnapshot(Path file, SqliteDatabase database, Optional<SqliteDatabase> second, boolean tidies) {
        this.file = file;
        this.database = database;
        this.second = second;
        this.tidies = tidies;
    }

    static SqliteSnapshot open(Path file) {
        SqliteProblems problems = new SqliteProblems(file);
        check(file, problems);
        boolean alone = !Files.exists(log(file)) && !Files.exists(sharedMemory(file));
        try {
            return withSecond(file, begin(file, alone), alone);
        } catch (DbSyncException refused) {
            boolean encrypted = refused.problem().code() == ProblemCode.SQLITE_NOT_A_DATABASE
                    && SqliteFileHeader.looksEncrypted(file);
            throw encrypted ? new DbSyncException(problems.encrypted(), refused) : refused;
        }
    }

    private static SqliteSnapshot withSecond(Path file, SqliteDatabase first, boolean alone) {
        try {
            return new SqliteSnapshot(file, first, second(file, first), alone);
        } catch (DbSyncException refused) {
            first.close();
            throw refused;
        }
    }

    private static void check(Path file, SqliteProblems problems) {
        if (Files.notExists(file)) {
            throw new DbSyncException(problems.missing());
        }
        if (Files.isDirectory(file)) {
            throw new DbSyncException(problems.folder());
        }
        if (!Files.isReadable(file)) {
            throw new DbSyncException(problems.unreadable("The user who runs Maven has no right to read it."));
        }
    }

    private static SqliteDatabase begin(Path file, boolean alone) {
        try {
            return begin(SqliteDatabase.openToRead(file));
        } catch (DbSyncException refused) {
            if (alone && cannotMakeFilesBeside(file, refused.problem())) {
                return begin(SqliteDatabase.openImmutable(file));
            }
            throw refused;
        }
    }

    /** Where nobody, not even SQLite, can write a log beside the file, nobody can write the file either. */
    private static boolean cannotMakeFilesBeside(Path file, Problem problem) {
        return problem.code() == ProblemCode.SQLITE_UNREADABLE && !Files.isWritable(file.resolveSibling("."));
    }

    /**
     * A second connection that sees the same. While somebody reads a file without a log, nobody can change it; for one with a
     * log, the first connection begins again, and sees whether anybody has committed meanwhile.
     */
    private static Optional<SqliteDatabase> second(Path file, SqliteDatabase first) {
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return Optional.empty();
        }
        long version = first.number(DATA_VERSION);
        Optional<SqliteDatabase> second = beginSecond(file);
        try {
            if (second.isPresent() && isChangedSince(version, first)) {
                second.get().close();
                return Optional.empty();
            }
            return second;
        } catch (DbSyncException refused) {
            second.ifPresent(SqliteDatabase::close);
            throw refused;
        }
    }

    private static boolean isChangedSince(long version, SqliteDatabase database) {
        if (database.text("PRAGMA journal_mode").equals(Optional.of("wal"))) {
            database.execute("COMMIT");
            begin(database);
        }
        return database.number(DATA_VERSION) != version;
    }

    private static Optional<SqliteDatabase> beginSecond(Path file) {
        try {
            return Optional.of(begin(SqliteDatabase.openToRead(file)));
        } catch (DbSyncException refused) {
            return Optional.empty();
        }
    }

    /** The first read fixes the snapshot. */
    private static SqliteDatabase begin(SqliteDatabase database) {
        try {
            database.execute("BEGIN");
            database.number(FIRST_READ);
            return database;
        } catch (DbSyncException refused) {
            database.close();
            throw refused;
        }
    }

    SqliteDatabase database() {
        return database;
    }

    /** All connections that see the same, each for one thread. */
    List<SqliteDatabase> connections() {
        return Stream.concat(Stream.of(database), second.stream()).toList();
    }

    /** Goes over the tables of this snapshot, as long as it is open. */
    RowCursors cursors() {
        boolean inWalMode = database.text("PRAGMA journal_mode").equals(Optional.of("wal"));
        return RowCursors.byPages(database, inWalMode && !isEmpty(log(file)), database.encoding());
    }

    @Override
    public void close() {
        second.ifPresent(SqliteDatabase::close);
        database.close();
        if (tidies && Files.exists(sharedMemory(file)) && isEmpty(log(file))) {
            tidy();
        }
    }

    /** Nothing is in the log, so there is nothing that this could write into the file. */
    private void tidy() {
        try (SqliteDatabase last = SqliteDatabase.openToWrite(file)) {
            last.number(FIRST_READ);
        } catch (DbSyncException inUse) {
            // Somebody else has the file now; then the files beside it are theirs, and not ours to remove.
            return;
        }
    }

    private static boolean isEmpty(Path log) {
        try {
            return Files.notExists(log) || Files.size(log) == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static Path sharedMemory(Path file) {
        return file.resolveSibling(file.getFileName() + "-shm");
    }
}
