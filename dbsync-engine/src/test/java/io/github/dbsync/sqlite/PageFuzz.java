package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Changes some bytes of a sound file, reads its tables by pages and by SQLite, and holds one against the other. Where SQLite
 * finds the file sound, the rows must be the same; whatever the file is, reading must end in rows or a sentence.
 */
final class PageFuzz {

    private static final int PAGE = 512;

    private final Path file;
    private final List<Origin> origins = new ArrayList<>();
    private long sound;
    private long refused;
    private long refusedAlike;
    private long opened;
    private long differing;
    private long tooStrict;

    /** A sound file and what is read of it. */
    private record Origin(Path path, List<RowSelection> selections) {}

    PageFuzz(Path folder) throws IOException {
        this.file = folder.resolve("fuzz.db");
        int vacuum = 0;
        for (String encoding : List.of("UTF-8", "UTF-16le", "UTF-16be")) {
            origins.add(origin(folder.resolve("origin-" + encoding + ".db"), encoding, vacuum++));
        }
    }

    private static Origin origin(Path path, String encoding, int vacuum) throws IOException {
        Databases.make(
                path,
                "PRAGMA page_size = " + PAGE,
                "PRAGMA encoding = '" + encoding + "'",
                "PRAGMA auto_vacuum = " + vacuum,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c, d BLOB)",
                "CREATE TABLE k (v BLOB, k TEXT PRIMARY KEY, n INT) WITHOUT ROWID",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) INSERT INTO t"
                        + " SELECT i * i, 'text ' || i, i / 2.0, CASE i % 3 WHEN 0 THEN i << i ELSE -i END,"
                        + " zeroblob(CASE WHEN i % 20 = 0 THEN 1500 ELSE i % 9 END) FROM n",
                "INSERT INTO k SELECT zeroblob(CASE WHEN id % 25 = 0 THEN 700 ELSE 5 END), a, id FROM t",
                "ALTER TABLE t ADD COLUMN late INT DEFAULT 5");
        try (SqliteDatabase database = SqliteDatabase.openToRead(path)) {
            return new Origin(path, BothCursors.selections(database));
        }
    }

    long readable() {
        return sound;
    }

    /** Does one such thing; the same for the same seed. */
    void run(long seed) throws IOException {
        Random random = new Random(seed);
        Origin origin = origins.get(random.nextInt(origins.size()));
        Files.write(file, damaged(Files.readAllBytes(origin.path()), random));
        try (SqliteDatabase database = SqliteDatabase.openToRead(file)) {
            database.execute("BEGIN");
            database.number("SELECT count(*) FROM sqlite_schema");
            RowCursors pages = RowCursors.byPages(database, false, database.encoding());
            for (RowSelection selection : origin.selections()) {
                compare(database, pages, selection, seed);
            }
        } catch (DbSyncException refusedByBoth) {
            refused++;
        } catch (SQLException refusedByBoth) {
            refused++;
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int page = random.nextInt(bytes.length / PAGE);
            boolean inHeader = random.nextBoolean();
            int at = page * PAGE + (inHeader ? random.nextInt(40) : random.nextInt(PAGE));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) random.nextInt(bytes.length / PAGE + 2);
                default ->
                    System.arraycopy(bytes, random.nextInt(bytes.length / PAGE) * PAGE, bytes, page * PAGE, PAGE);
            }
        }
        return bytes;
    }

    private void compare(SqliteDatabase database, RowCursors pages, RowSelection selection, long seed)
            throws SQLException {
        Optional<List<String>> byPages = rows(database, pages, selection);
        Optional<List<String>> bySqlite = rows(database, RowCursors.bySqlite(pages.encoding()), selection);
        boolean damaged = byPages.isEmpty() && bySqlite.isEmpty();
        if (byPages.equals(bySqlite)) {
            sound += damaged ? 0 : 1;
            refusedAlike += damaged ? 1 : 0;
            return;
        }
        boolean clean = database.text("PRAGMA quick_check(1)").orElse("").equals("ok");
        if (clean && byPages.isPresent()) {
            assertThat(bySqlite)
                    .as("rows of %s, seed %s", selection.table().name(), seed)
                    .isEqualTo(byPages);
        }
        differing += byPages.isPresent() ? 1 : 0;
        tooStrict += clean && bySqlite.isPresent() ? 1 : 0;
    }

    /** Empty where the file is found damaged. */
    private Optional<List<String>> rows(SqliteDatabase database, RowCursors cursors, RowSelection selection)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (RowCursor cursor = cursors.open(database, selection)) {
            opened += cursor instanceof PageCursor ? 1 : 0;
            while (cursor.next()) {
                rows.add(HexFormat.of().formatHex(PackedRow.pack(cursor.cells(), selection.query())));
            }
            return Optional.of(rows);
        } catch (DbSyncException damaged) {
            assertThat(damaged.problem().code()).isIn(ProblemCode.SQLITE_CORRUPT, ProblemCode.SQLITE_FAILED);
            return Optional.empty();
        } catch (SQLException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "tables read alike " + sound + ", refused by both " + refusedAlike + ", opened by pages " + opened
                + ", files that SQLite does not open " + refused
                + ", tables of damaged files read in another way than by SQLite " + differing
                + ", tables refused though SQLite finds the file sound " + tooStrict;
    }
}
