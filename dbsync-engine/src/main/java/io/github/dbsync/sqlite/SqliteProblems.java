package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.sqlite.file.DamagedFileException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.core.Codes;

/** Says what SQLite's and the file system's complaints about one database file mean (SQLite docs, "Result Codes"). */
final class SqliteProblems {

    /** The primary result code is the least significant byte of an extended one. */
    private static final int PRIMARY = 0xFF;

    /** SQLITE_NOTADB, which the driver's list of primary codes leaves out. */
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    private final String part;

    SqliteProblems(Path file) {
        this(file, "");
    }

    private SqliteProblems(Path file, String part) {
        this.file = file;
        this.part = part;
    }

    /** The same for a part of the database, such as one table. */
    SqliteProblems of(String newPart) {
        return new SqliteProblems(file, newPart);
    }

    DbSyncException exception(SQLException cause) {
        return new DbSyncException(problem(codeOf(cause), cause), cause);
    }

    /** The problem behind a complaint of the file system, or the interrupt that has closed a file. */
    DbSyncException exception(IOException cause) {
        return cause instanceof ClosedByInterruptException
                ? Interruption.exception(cause)
                : new DbSyncException(problem(cause), cause);
    }

    /** The problem behind a complaint of MyBatis. */
    DbSyncException exception(PersistenceException cause) {
        for (Throwable reason = cause.getCause(); reason != null; reason = reason.getCause()) {
            if (reason instanceof SQLException refused) {
                return exception(refused);
            }
        }
        return new DbSyncException(failed(cause.getMessage()), cause);
    }

    static SQLiteErrorCode codeOf(SQLException cause) {
        return cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private Problem problem(SQLiteErrorCode code, SQLException cause) {
        return switch (code.code & PRIMARY) {
            case Codes.SQLITE_BUSY, Codes.SQLITE_LOCKED -> locked("Another connection holds a lock on it.");
            case Codes.SQLITE_NOMEM -> outOfMemory();
            case Codes.SQLITE_CORRUPT -> corrupt(String.valueOf(cause.getMessage()));
            case Codes.SQLITE_FULL -> diskFull();
            case NOT_A_DATABASE -> notADatabase();
            case Codes.SQLITE_CANTOPEN -> unreadable("SQLite cannot open it.");
            case Codes.SQLITE_READONLY -> readOnly(code);
            case Codes.SQLITE_CONSTRAINT -> brokenConstraint(String.valueOf(cause.getMessage()));
            default -> failed(cause.getMessage());
        };
    }

    private Problem problem(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof DamagedFileException) {
            return corrupt(message);
        }
        if (cause instanceof AccessDeniedException) {
            return folderNotWritable();
        }
        return message.contains("No space left") || message.contains("not enough space") ? diskFull() : failed(message);
    }

    Problem missing() {
        return refusal(
                ProblemCode.SQLITE_FILE_MISSING,
                "There is no such SQLite file.",
                "A file that does not exist cannot be read, and dbsync never creates one to read from it.",
                "Check the path in DATABASE_URL, or give the file with -Ddbsync.sqlite=<path>");
    }

    Problem folder() {
        return refusal(
                ProblemCode.SQLITE_FILE_IS_FOLDER,
                "A folder stands where the SQLite file should be.",
                "A SQLite database is a file.",
                "Give the file itself with -Ddbsync.sqlite=<path>");
    }

    Problem unreadable(String why) {
        return refusal(
                ProblemCode.SQLITE_UNREADABLE,
                "The SQLite file cannot be read.",
                why,
                "Give the user who runs Maven the right to read it: chmod u+r " + quoted(file));
    }

    Problem notADatabase() {
        return refusal(
                ProblemCode.SQLITE_NOT_A_DATABASE,
                "The file is not a SQLite database.",
                "It does not begin as SQLite 3 files do (\"SQLite format 3\").",
                "Check the path, or give the database with -Ddbsync.sqlite=<path>");
    }

    Problem encrypted() {
        return refusal(
                ProblemCode.SQLITE_ENCRYPTED,
                "The file looks like an encrypted SQLite database.",
                "Its first bytes are as random as those of an encrypted file, and \"SQLite format 3\" is missing.",
                "Decrypt it first, for example with SQLCipher: ATTACH 'plain.db' AS plain KEY '';"
                        + " SELECT sqlcipher_export('plain')");
    }

    Problem corrupt(String why) {
        return refusal(
                ProblemCode.SQLITE_CORRUPT,
                "The SQLite file is damaged.",
                why,
                "Look at the damage with: sqlite3 " + quoted(file) + " \"PRAGMA integrity_check\"; restore a backup, or"
                        + " save what can be read with: sqlite3 " + quoted(file) + " .recover | sqlite3 recovered.db");
    }

    /** The new file is gone then, and was nobody's. */
    Problem notSound(String why) {
        return refusal(
                ProblemCode.UNEXPECTED,
                "The new SQLite file is not sound; nothing was changed.",
                "SQLite finds: " + why,
                "Run it again; where that fails too, the disk may be damaged, or this is a defect: report it to the dbsync"
                        + " project with report.json");
    }

    Problem locked(String why) {
        return refusal(
                ProblemCode.SQLITE_LOCKED,
                "The SQLite file is in use.",
                why,
                "Stop the application (and close every tool) that has the file open, then run it again");
    }

    Problem needsRecovery() {
        return refusal(
                ProblemCode.SQLITE_NEEDS_RECOVERY,
                "The SQLite file was left in the middle of a transaction.",
                "Its journal must be rolled back first, which changes the file, and dbsync never changes a source.",
                "Let SQLite recover it: sqlite3 " + quoted(file) + " \"SELECT count(*) FROM sqlite_schema\"");
    }

    Problem definitionNotText(Charset encoding) {
        return refusal(
                ProblemCode.SQLITE_DEFINITION_NOT_TEXT,
                "The definition has bytes that are no text in " + encoding + ".",
                "It was made by a program that speaks another encoding. Read as text it would be another definition, and a"
                        + " column's default another value.",
                "Look at it with: sqlite3 " + quoted(file) + " .schema; then make the object anew in UTF-8, with"
                        + " DEFAULT (CAST(x'...' AS TEXT)) where a default must have these bytes");
    }

    Problem folderNotWritable() {
        return refusal(
                ProblemCode.SQLITE_FOLDER_NOT_WRITABLE,
                "The SQLite file, or its folder, cannot be written.",
                "The new database is built beside the old one, in the same folder, and then takes its place.",
                "Give the user who runs Maven the right to write both: chmod u+w " + quoted(file) + " "
                        + quoted(home()));
    }

    Problem diskFull() {
        return refusal(
                ProblemCode.DISK_FULL,
                "The disk is full.",
                "The new database is built beside the old one and needs its own space.",
                "Make room on the disk of " + home());
    }

    private Problem outOfMemory() {
        return refusal(
                ProblemCode.OUT_OF_MEMORY,
                "SQLite has run out of memory.",
                "",
                "Close other programs, then run it again");
    }

    private Problem readOnly(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_READONLY_ROLLBACK, SQLITE_READONLY_RECOVERY -> needsRecovery();
            case SQLITE_READONLY_CANTINIT, SQLITE_READONLY_CANTLOCK ->
                unreadable("It is in WAL mode, and its -shm file can neither be used nor made.");
            default -> folderNotWritable();
        };
    }

    Problem brokenConstraint(String why) {
        return refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                "A row breaks a constraint of the SQLite database.",
                why,
                "Correct the row at the source, or drop the constraint");
    }

    private Problem failed(@Nullable String why) {
        return refusal(
                ProblemCode.SQLITE_FAILED,
                "SQLite could not do what it was asked.",
                String.valueOf(why),
                "Check the file with: sqlite3 " + quoted(file) + " \"PRAGMA integrity_check\"");
    }

    private Problem refusal(ProblemCode code, String what, String why, String remedy) {
        return Problem.refusal(code, what, part.isEmpty() ? file.toString() : part + " in " + file, why, remedy);
    }

    private Path home() {
        return file.resolveSibling(".").normalize();
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }
}
