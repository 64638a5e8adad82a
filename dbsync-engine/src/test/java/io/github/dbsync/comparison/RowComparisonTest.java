package io.github.dbsync.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.comparison.RowDifference.Kind;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.sqlite.SqliteSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five rows that differ are found among a hundred thousand, and hardly another row is looked at for it. */
class RowComparisonTest {

    private static final String A_HUNDRED_THOUSAND = """
            CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL);
            WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
            INSERT INTO item SELECT i, 'item ' || i, i / 4.0 FROM n""";

    private static final String FIVE = """
            UPDATE item SET name = 'other' WHERE id IN (17, 47110);
            UPDATE item SET price = NULL WHERE id = 99999;
            DELETE FROM item WHERE id = 1234;
            INSERT INTO item VALUES (200000, 'new', 1)""";

    private static final int[] KEY = {0};

    @TempDir
    private Path folder;

    private Source here;
    private Source there;

    @BeforeEach
    void two_files_of_which_five_rows_differ() throws Exception {
        Path file = folder.resolve("here.db");
        run(file, A_HUNDRED_THOUSAND);
        Path changed = Files.copy(file, folder.resolve("there.db"));
        run(changed, FIVE);
        here = SqliteSource.open(new SqliteFile(file));
        there = SqliteSource.open(new SqliteFile(changed));
    }

    @AfterEach
    void close_both() {
        here.close();
        there.close();
    }

    @Test
    void exactly_these_are_named_in_one_run() {
        try (BothEnds both = new BothEnds()) {
            TableComparison comparison = new RowComparison(table(), table()).compare(here, there, both, List.of());

            assertThat(comparison.complete()).isTrue();
            assertThat(comparison.rows())
                    .extracting(RowDifference::kind, row -> row.key().text())
                    .containsExactly(
                            tuple(Kind.CHANGED, "id = 17"),
                            tuple(Kind.MISSING, "id = 1234"),
                            tuple(Kind.CHANGED, "id = 47110"),
                            tuple(Kind.CHANGED, "id = 99999"),
                            tuple(Kind.ADDED, "id = 200000"));
        }
    }

    @Test
    void only_the_rows_of_five_parts_are_compared_one_by_one() {
        BitSet parts =
                PartDigests.of(here, table(), KEY).differingFrom(PartDigests.of(there, table(), KEY), Long.MAX_VALUE);

        assertThat(parts.cardinality()).isEqualTo(5);
        assertThat(rowsOf(here, parts)).isLessThan(30);
        assertThat(rowsOf(there, parts)).isLessThan(30);
    }

    private int rowsOf(Source end, BitSet parts) {
        KeyedRows none = KeyedRows.of(end, table(), KEY, new BitSet());
        return KeyedRows.of(end, table(), KEY, parts).differencesTo(none).size();
    }

    private Table table() {
        return here.catalog().tables().get(0);
    }

    private static void run(Path sqlite, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sqlite);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }
}
