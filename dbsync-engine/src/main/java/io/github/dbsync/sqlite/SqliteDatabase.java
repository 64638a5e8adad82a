package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/** An open SQLite file: every refusal of SQLite becomes a {@link DbSyncException} that names the file. */
final class SqliteDatabase implements AutoCloseable {

    /** Long enough for a writer in its commit, short enough for somebody who waits. */
    private static final int BUSY_MILLISECONDS = 1000;

    /** What SQLite itself allows at most; the driver's own limit is lower. */
    private static final String MOST_CHARACTERS_OF_SQL = "1000000000";

    private final Connection connection;
    private final Path path;
    private final @Nullable OpenFile file;
    private final SqliteProblems problems;

    private SqliteDatabase(Connection connection, Path path, @Nullable OpenFile file, SqliteProblems problems) {
        this.connection = connection;
        this.path = path;
        this.file = file;
        this.problems = problems;
    }

    /** Opens a file that exists, to read it: nothing is created, and no byte of it changes. */
    static SqliteDatabase openToRead(Path file) {
        return open(file, "mode=ro", true);
    }

    /** Opens a file that nobody writes, in a folder where SQLite can make no files beside it. */
    static SqliteDatabase openImmutable(Path file) {
        return open(file, "mode=ro&immutable=1", true);
    }

    /** Opens a file that exists, to write it. */
    static SqliteDatabase openToWrite(Path file) {
        return open(file, "mode=rw", false);
    }

    /** Opens a file of which nobody else knows, beside other connections that do not change it. No lock is taken, nor heeded. */
    static SqliteDatabase openUnlocked(Path file) {
        return open(file, "mode=rw&nolock=1", false);
    }

    static SqliteDatabase create(Path file) {
        return open(file, "mode=rwc", false);
    }

    /** A database of its own that is nowhere but in memory. */
    static SqliteDatabase openInMemory(SqliteProblems problems) {
        try {
            return new SqliteDatabase(
                    new SQLiteConfig().createConnection("jdbc:sqlite::memory:"), Path.of(""), null, problems);
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    private static SqliteDatabase open(Path file, String mode, boolean readOnly) {
        SqliteProblems problems = new SqliteProblems(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setPragma(Pragma.LIMIT_SQL_LENGTH, MOST_CHARACTERS_OF_SQL);
        OpenFile open = OpenFile.enter(file);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + uri(file) + "?" + mode);
            return new SqliteDatabase(connection, file, open == null ? OpenFile.enter(file) : open, problems);
        } catch (SQLException refused) {
            leave(open);
            throw problems.exception(refused);
        }
    }

    private static void leave(@Nullable OpenFile open) {
        if (open != null) {
            open.leave();
        }
    }

    /** The file as SQLite's URI (SQLite docs, "Uniform Resource Identifiers"), whatever its name contains. */
    static String uri(Path file) {
        String path = file.toString().replace('\\', '/');
        String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3A", ":");
        return "file:" + (path.startsWith("/") ? "" : "/") + encoded;
    }

    /** How all texts are kept. */
    Charset encoding() {
        return Charset.forName(text("PRAGMA encoding").orElse("UTF-8"));
    }

    /** The file that the connection has open, to be read beside it; empty where it cannot be. */
    Optional<OpenFile> file() {
        return Optional.ofNullable(file).filter(open -> open.open(path));
    }

    Connection connection() {
        return connection;
    }

    /** The file; empty where the database is in memory. */
    Path path() {
        return path;
    }

    SqliteProblems problems() {
        return problems;
    }

    void execute(String sql) {
        execute(sql, problems);
    }

    /** @param part what the statement is about, for people */
    void execute(String sql, String part) {
        execute(sql, problems.of(part));
    }

    private void execute(String sql, SqliteProblems told) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw told.exception(refused);
        }
    }

    /** Makes another file the same, page by page (SQLite docs, "SQLite Backup API"). */
    void copyTo(Path other) {
        try {
            int result = connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", other.toAbsolutePath().toString(), (remaining, pages) -> {});
            if (result != SQLiteErrorCode.SQLITE_OK.code) {
                throw DB.newSQLException(result, "copying");
            }
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    /** Ends what another thread has SQLite do, if anything (SQLite docs, "Interrupt A Long-Running Query"). */
    void interrupt() {
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException closed) {
            throw problems.exception(closed);
        }
    }

    PreparedStatement prepare(String sql) {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    /** The first column of the first row. */
    long number(String sql) {
        return Long.parseLong(text(sql).orElse("0"));
    }

    /** The first column of the first row as text; empty where there is no row, or it is null. */
    Optional<String> text(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw problems.exception(refused);
        } finally {
            leave(file);
        }
    }
}
