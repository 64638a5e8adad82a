package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What SQLite itself finds in a new database, or in a part of it (SQLite docs, PRAGMA integrity_check). A row is looked up in
 * every index of its table that the connection knows, which takes nearly all of the time. So a large database is looked through
 * by several connections, each of which knows some of the indexes; together they say no less than one that knows all: every
 * table is checked with each of its indexes, and {@code quick_check} sees every page.
 */
final class IntegrityCheck implements AutoCloseable {

    private static final String SOUND = "ok";

    /** Everything in a smaller one is seen before a second connection is open. */
    private static final long LEAST_BYTES_IN_PARTS = 8 << 20;

    /** For all parts together. */
    private static final int CACHE_KIBIBYTES = 48 << 10;

    private final SqliteDatabase database;
    private final int part;
    private final int parts;

    private IntegrityCheck(SqliteDatabase database, int part, int parts) {
        this.database = database;
        this.part = part;
        this.parts = parts;
    }

    /**
     * The checks that look through everything together, side by side.
     *
     * @param written the connection that wrote the database, which nobody uses meanwhile. To another one, virtual tables that
     *     came back as rows of the schema would be tables already; where there are such, it is the only one
     */
    static List<IntegrityCheck> of(SqliteDatabase written) {
        int parts = parts(written);
        return parts == 1 ? List.of(new IntegrityCheck(written, 0, 1)) : parts(written.path(), parts);
    }

    private static List<IntegrityCheck> parts(Path file, int parts) {
        List<IntegrityCheck> checks = new ArrayList<>();
        try {
            for (int part = 0; part < parts; part++) {
                checks.add(new IntegrityCheck(SqliteDatabase.openUnlocked(file), part, parts));
            }
            return checks;
        } catch (DbSyncException refused) {
            checks.forEach(IntegrityCheck::close);
            throw refused;
        }
    }

    private static int parts(SqliteDatabase written) {
        boolean large =
                written.number("PRAGMA page_count") * written.number("PRAGMA page_size") >= LEAST_BYTES_IN_PARTS;
        boolean virtual =
                written.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND rootpage = 0") > 0;
        long indexes = written.number("SELECT count(*) FROM sqlite_schema WHERE type = 'index'");
        int processors = Runtime.getRuntime().availableProcessors();
        return large && !virtual ? (int) Math.max(1, Math.min(indexes, processors)) : 1;
    }

    /** The first fault; empty where there is none. */
    Optional<String> fault() {
        if (parts == 1) {
            return fault("integrity_check(1)");
        }
        Optional<String> fault = part == 0 ? fault("quick_check(1)") : Optional.empty();
        return fault.or(this::faultOfPart);
    }

    /** Nothing that is changed here gets into the file. */
    private Optional<String> faultOfPart() {
        database.execute("PRAGMA journal_mode = MEMORY");
        database.execute("PRAGMA cache_spill = OFF");
        database.execute("PRAGMA cache_size = -" + CACHE_KIBIBYTES / parts);
        database.execute("BEGIN");
        forgetOtherIndexes();
        Optional<String> fault = tables().stream()
                .map(table -> fault("integrity_check(" + SqliteNames.literal(table) + ")"))
                .flatMap(Optional::stream)
                .findFirst();
        database.execute("ROLLBACK");
        return fault;
    }

    /** Those of UNIQUE and PRIMARY KEY belong to their tables, and every part knows them. */
    private void forgetOtherIndexes() {
        database.execute("PRAGMA writable_schema = ON");
        database.execute(
                "DELETE FROM sqlite_schema WHERE rowid IN (SELECT rowid FROM (SELECT rowid, row_number() OVER (ORDER BY"
                        + " rowid) % " + parts + " AS part FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL)"
                        + " WHERE part <> " + part + ")");
        database.execute("PRAGMA writable_schema = RESET");
    }

    /** Each table is in some part, and in each part that knows one of its indexes. */
    private List<String> tables() {
        String sql = "SELECT name FROM sqlite_schema AS t WHERE type = 'table' AND (rowid % " + parts + " = " + part
                + " OR EXISTS (SELECT 1 FROM sqlite_schema AS i WHERE i.type = 'index' AND i.sql IS NOT NULL"
                + " AND i.tbl_name = t.name))";
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = database.prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
        return tables;
    }

    private Optional<String> fault(String check) {
        return database.text("PRAGMA " + check).filter(found -> !found.equals(SOUND));
    }

    /** Ends what another thread checks, if anything. */
    void interrupt() {
        database.interrupt();
    }

    /** Closes the connection, where it is the part's own. */
    @Override
    public void close() {
        if (parts > 1) {
            database.close();
        }
    }
}
