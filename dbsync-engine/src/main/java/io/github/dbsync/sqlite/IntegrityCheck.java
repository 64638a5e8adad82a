package io.github.dbsync.sqlite;

import static java.util.stream.Collectors.joining;

import io.github.dbsync.feedback.DbSyncException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What SQLite itself finds in a new database, or in a part of it (SQLite docs, PRAGMA integrity_check). A row is looked up in
 * every index of its table that the connection knows, which takes nearly all of the time. So a large database is looked through
 * by several connections, each of which knows some of the indexes; together they say no less than one that knows all: every
 * table is checked with each of its indexes, and {@code quick_check} sees every page and every row.
 */
final class IntegrityCheck implements AutoCloseable {

    private static final String SOUND = "ok";

    /** Everything in a smaller one is seen before a second connection is open. */
    private static final long LEAST_BYTES_IN_PARTS = 8 << 20;

    /** Each goes through the tables of its indexes from the beginning to the end. */
    private static final int MOST_PARTS = 8;

    /** For all parts together. */
    private static final int CACHE_KIBIBYTES = 48 << 10;

    private static final String INDEXES =
            "SELECT t.name, i.name FROM sqlite_schema AS t, pragma_index_list(t.name) AS i"
                    + " WHERE t.type = 'table' ORDER BY t.rowid, i.seq";

    private final SqliteDatabase database;
    private final List<Index> indexes;
    private final int part;
    private final int parts;

    private IntegrityCheck(SqliteDatabase database, List<Index> indexes, int part, int parts) {
        this.database = database;
        this.indexes = indexes;
        this.part = part;
        this.parts = parts;
    }

    /**
     * The checks that look through everything together, side by side.
     *
     * @param written the connection that wrote the database, which nobody uses meanwhile. To another one, virtual tables that
     *     came back as rows of the schema would be tables already; where there are such, only this one checks
     */
    static List<IntegrityCheck> of(SqliteDatabase written) {
        List<Index> indexes = canBeParted(written) ? indexes(written) : List.of();
        int processors = Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
        int parts = Math.max(1, Math.min(indexes.size(), processors));
        if (parts == 1) {
            return List.of(new IntegrityCheck(written, indexes, 0, 1));
        }
        written.execute("PRAGMA shrink_memory");
        return open(written.path(), indexes, parts);
    }

    private static boolean canBeParted(SqliteDatabase written) {
        long bytes = written.number("PRAGMA page_count") * written.number("PRAGMA page_size");
        return bytes >= LEAST_BYTES_IN_PARTS
                && written.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND rootpage = 0") == 0;
    }

    private static List<Index> indexes(SqliteDatabase written) {
        try (PreparedStatement statement = written.prepare(INDEXES);
                ResultSet rows = statement.executeQuery()) {
            List<Index> indexes = new ArrayList<>();
            while (rows.next()) {
                indexes.add(new Index(rows.getString(1), rows.getString(2)));
            }
            return indexes;
        } catch (SQLException refused) {
            throw written.problems().exception(refused);
        }
    }

    /** The first part, which has more to do, gets an index last. */
    private static List<IntegrityCheck> open(Path file, List<Index> indexes, int parts) {
        List<IntegrityCheck> checks = new ArrayList<>();
        try {
            for (int i = 0; i < parts; i++) {
                int part = i;
                List<Index> own = IntStream.range(0, indexes.size())
                        .filter(index -> (index + 1) % parts == part)
                        .mapToObj(indexes::get)
                        .toList();
                checks.add(new IntegrityCheck(SqliteDatabase.openUnlocked(file), own, part, parts));
            }
            return checks;
        } catch (DbSyncException refused) {
            checks.forEach(IntegrityCheck::close);
            throw refused;
        }
    }

    /** The first fault; empty where there is none. */
    Optional<String> fault() {
        if (parts == 1) {
            return fault("integrity_check(1)");
        }
        Optional<String> fault = part == 0 ? fault("quick_check(1)") : Optional.empty();
        return fault.or(this::faultOfIndexes);
    }

    /** Nothing that is changed here gets into the file. */
    private Optional<String> faultOfIndexes() {
        database.execute("PRAGMA journal_mode = MEMORY");
        database.execute("PRAGMA cache_spill = OFF");
        database.execute("PRAGMA cache_size = -" + CACHE_KIBIBYTES / parts);
        database.execute("BEGIN");
        forgetOtherIndexes();
        Optional<String> fault = indexes.stream()
                .map(Index::table)
                .distinct()
                .map(table -> fault("integrity_check(" + SqliteNames.literal(table) + ")"))
                .flatMap(Optional::stream)
                .findFirst();
        database.execute("ROLLBACK");
        return fault;
    }

    /** Those of UNIQUE and PRIMARY KEY belong to their tables, and every part knows them. */
    private void forgetOtherIndexes() {
        String own = indexes.stream().map(Index::name).map(SqliteNames::literal).collect(joining(", "));
        database.execute("PRAGMA writable_schema = ON");
        database.execute(
                "DELETE FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name NOT IN (" + own + ")");
        database.execute("PRAGMA writable_schema = RESET");
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

    /** An index of a table, made by whatever statement. */
    private record Index(String table, String name) {}
}
