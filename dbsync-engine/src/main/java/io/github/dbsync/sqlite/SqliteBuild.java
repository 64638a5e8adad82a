package io.github.dbsync.sqlite;

import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new database being built beside the one whose place it takes. */
final class SqliteBuild implements AutoCloseable {

    private final SqliteFiles files;
    private final SqliteLock lock;
    private @Nullable SqlitePredecessor predecessor;
    private @Nullable SqliteDatabase open;
    private @Nullable SqliteProof proof;
    private Map<String, String> settings = Map.of();
    private final Set<Statement> doneAhead = new HashSet<>();
    private boolean inTransaction;
    private boolean anew;

    private SqliteBuild(SqliteFiles files, SqliteLock lock) {
        this.files = files;
        this.lock = lock;
    }

    /** Keeps others out; nothing is built yet. */
    static SqliteBuild hold(SqliteFiles files) throws IOException {
        SqliteProblems problems = new SqliteProblems(files.database());
        if (!Files.isDirectory(files.folder()) || !Files.isWritable(files.folder())) {
            throw new DbSyncException(problems.folderNotWritable());
        }
        SqliteBuild build = new SqliteBuild(files, SqliteLock.take(files.lock(), files.database()));
        try {
            build.hold();
            return build;
        } catch (DbSyncException | IOException refused) {
            build.close();
            throw refused;
        }
    }

    private void hold() throws IOException {
        files.removeFresh();
        if (files.exists()) {
            predecessor = SqlitePredecessor.hold(files.database());
        }
    }

    /** Begins the new database. */
    void begin(Beginning beginning) {
        settings = beginning.settings();
        anew = !beginning.whole();
        if (predecessor != null && beginning.whole()) {
            copyPredecessor();
        }
        open = SqliteDatabase.create(files.fresh());
        SqliteSettings.beforeLoad(open, settings);
        CarriedTables.carry(beginning.carried(), files.database(), open);
    }

    /** SQLite copies for a connection that writes nothing; what is still in a log comes too. */
    private void copyPredecessor() {
        try (SqliteDatabase held = SqliteDatabase.openToRead(files.database())) {
            held.copyTo(files.fresh());
        }
    }

    /** The new database, in a transaction. */
    SqliteDatabase database() {
        SqliteDatabase database = fresh();
        if (!inTransaction) {
            leaveProof();
            database.execute("BEGIN");
            inTransaction = true;
        }
        return database;
    }

    /** Executes a statement, unless that was done ahead. */
    void execute(Statement statement) {
        if (!doneAhead.remove(statement)) {
            database().execute(statement.sql(), statement.reason());
        }
    }

    /** Executes a statement of the plan before its turn. */
    void executeAhead(Statement statement) {
        execute(statement);
        doneAhead.add(statement);
    }

    /** Whether the new database began without what is there now. */
    boolean isAnew() {
        return anew;
    }

    /** The folder of the new database. */
    Path folder() {
        return files.folder();
    }

    SqliteProblems problems() {
        return fresh().problems();
    }

    /** The new database's file, with all in it that was done so far, and without a transaction. */
    Path settled() {
        settle();
        return files.fresh();
    }

    private SqliteDatabase fresh() {
        if (open == null) {
            throw new IllegalStateException("the new database is closed");
        }
        return open;
    }

    private void settle() {
        if (inTransaction) {
            fresh().execute("COMMIT");
            inTransaction = false;
        }
    }

    /** Has SQLite prove the new database on other threads, in vain where anything is written afterwards. */
    void beginProof() {
        settle();
        leaveProof();
        proof = SqliteProof.begin(fresh(), new SqliteProblems(files.database()));
    }

    private void leaveProof() {
        if (proof != null) {
            SqliteProof leaving = proof;
            proof = null;
            leaving.close();
        }
    }

    /** The new database as others will see it. */
    Source written() {
        settle();
        return SqliteSource.look(files.fresh());
    }

    /**
     * Puts the new database in the place of the old one. Killed before the rename, the old file is whole and all that is left
     * behind is the new one, which the next run removes; killed after it, the new file is whole, since it was written to the
     * disk before.
     */
    void putInPlace() throws IOException {
        settle();
        prove();
        SqliteSettings.afterLoad(fresh(), settings);
        closeFresh();
        if (files.freshHasCompanions()) {
            throw new DbSyncException(new SqliteProblems(files.fresh()).locked("Another connection is open on it."));
        }
        files.takeOverPermissions();
        files.syncFresh();
        replace();
        files.syncFolder();
        leave();
    }

    private void prove() {
        if (proof == null) {
            beginProof();
        }
        Objects.requireNonNull(proof).finish();
        leaveProof();
        Interruption.check();
    }

    /** On Windows nobody may hold the old file while another takes its place. */
    private void replace() throws IOException {
        if (predecessor != null) {
            predecessor.takeAlone();
            if (!SqliteFiles.isPosix()) {
                leavePredecessor();
            }
        }
        files.putFreshInPlace();
        if (predecessor != null) {
            predecessor.isReplaced();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            leaveProof();
            closeFresh();
            files.removeFresh();
        } finally {
            leave();
        }
    }

    private void closeFresh() {
        if (open != null) {
            SqliteDatabase closing = open;
            open = null;
            inTransaction = false;
            closing.close();
        }
    }

    private void leave() throws IOException {
        try {
            leavePredecessor();
        } finally {
            lock.close();
        }
    }

    private void leavePredecessor() {
        if (predecessor != null) {
            SqlitePredecessor leaving = predecessor;
            predecessor = null;
            leaving.close();
        }
    }
}
