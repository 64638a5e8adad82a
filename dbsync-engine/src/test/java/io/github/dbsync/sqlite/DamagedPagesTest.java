package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged end in a sentence, never in a wrong row, an endless loop or an error of Java. */
class DamagedPagesTest {

    private static final int PAGE = 512;
    private static final int COUNT = 3;
    private static final int RIGHT_CHILD = 8;
    private static final int POINTERS = 12;

    @TempDir
    private Path folder;

    private Path file;
    private int root;
    private RowSelection all;

    @BeforeEach
    void makeFile() {
        file = folder.resolve("damaged.db");
        Databases.make(
                file,
                "PRAGMA page_size = 512",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                        + " INSERT INTO t SELECT i, 'a text that fills ' || i FROM n",
                "INSERT INTO t VALUES (1000, hex(zeroblob(3000)))");
        root = Integer.parseInt(
                Databases.query(file, "SELECT rootpage FROM sqlite_schema").get(0));
        try (SqliteDatabase database = SqliteDatabase.openToRead(file)) {
            all = BothCursors.selections(database).get(0);
        }
    }

    private void read() throws SQLException {
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file);
                RowCursor rows = snapshot.cursors().open(snapshot.database(), all)) {
            readOn(rows);
        }
    }

    private static void readOn(RowCursor rows) throws SQLException {
        assertThat(rows).isInstanceOf(PageCursor.class);
        while (rows.next()) {
            assertThat(rows.cells().text(1).copy()).isNotEmpty();
        }
    }

    private void damage(Consumer<ByteBuffer> change) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        change.accept(ByteBuffer.wrap(bytes));
        Files.write(file, bytes);
    }

    private int rootAt() {
        return (root - 1) * PAGE;
    }

    private void assertSays(String why) {
        assertThatThrownBy(this::read)
                .isInstanceOf(DbSyncException.class)
                .hasMessageStartingWith("DBSYNC-204: The SQLite file is damaged.")
                .hasMessageContaining("table t in " + file)
                .hasMessageContaining(why)
                .hasMessageContaining(".recover");
    }

    @Test
    void a_tree_that_leads_back_to_itself() throws Exception {
        damage(bytes -> bytes.putInt(rootAt() + bytes.getShort(rootAt() + POINTERS), root));
        assertSays("page " + root + ": the tree is too deep");
    }

    @Test
    void a_child_behind_the_end_of_the_file() throws Exception {
        damage(bytes -> bytes.putInt(rootAt() + RIGHT_CHILD, 70_000));
        assertSays("page " + root + ": it points to page 70000, which holds nothing");
    }

    @Test
    void a_child_that_two_cells_point_to() throws Exception {
        damage(bytes -> {
            int first = rootAt() + bytes.getShort(rootAt() + POINTERS);
            int second = rootAt() + bytes.getShort(rootAt() + POINTERS + 2);
            bytes.putInt(second, bytes.getInt(first));
        });
        assertSays("its rows are not in the order of their rowids");
    }

    @Test
    void a_page_that_is_none_of_a_tree() throws Exception {
        damage(bytes -> bytes.put(rootAt(), (byte) 10));
        assertSays("page " + root + ": it is not of the kind that its tree has");
    }

    @Test
    void more_cells_than_room() throws Exception {
        damage(bytes -> bytes.putShort(rootAt() + COUNT, (short) 300));
        assertSays("page " + root + ": it has more cells than room");
    }

    @Test
    void a_cell_outside_of_its_page() throws Exception {
        damage(bytes -> bytes.putShort(rootAt() + POINTERS, (short) 2));
        assertSays("page " + root + ": cell 1 lies outside of it");
    }

    @Test
    void a_file_that_was_cut_off() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file);
                RowCursor rows = snapshot.cursors().open(snapshot.database(), all)) {
            Files.write(file, Arrays.copyOf(bytes, 4 * PAGE));
            assertThatThrownBy(() -> readOn(rows))
                    .isInstanceOf(DbSyncException.class)
                    .hasMessageContaining("the file ends before it");
        }
    }

    @Test
    void a_chain_of_overflow_pages_that_leads_back_to_itself_or_nowhere() throws Exception {
        int overflow = Integer.parseInt(
                Databases.query(file, "SELECT min(pageno) FROM dbstat WHERE name = 't' AND pagetype = 'overflow'")
                        .get(0));
        damage(bytes -> bytes.putInt((overflow - 1) * PAGE, 0));
        assertSays("page " + overflow + ": it points to page 0, which holds nothing");
        damage(bytes -> bytes.putInt((overflow - 1) * PAGE, overflow));
        read();
        assertThat(Databases.query(file, "PRAGMA quick_check")).isNotEqualTo(List.of("ok"));
    }

    /** More of them with {@code -Ddbsync.fuzz.cases=100000 -Ddbsync.fuzz.seed=7}; what was found is counted in the file. */
    @Test
    void random_damage() throws Exception {
        PageFuzz fuzz = new PageFuzz(folder);
        long seed = Long.getLong("dbsync.fuzz.seed", 1);
        int cases = Integer.getInteger("dbsync.fuzz.cases", 1000);
        for (int i = 0; i < cases; i++) {
            fuzz.run(seed * 1_000_000 + i);
        }
        assertThat(fuzz.readable()).isGreaterThan(cases / 2);
        Files.writeString(Path.of("target/damaged-pages.txt"), cases + " files from seed " + seed + ": " + fuzz + "\n");
    }
}
