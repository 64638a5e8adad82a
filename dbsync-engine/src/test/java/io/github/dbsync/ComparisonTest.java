package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.comparison.Comparison;
import io.github.dbsync.comparison.ComparisonRequest;
import io.github.dbsync.comparison.RowDifference;
import io.github.dbsync.comparison.RowDifference.Kind;
import io.github.dbsync.comparison.TableComparison;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ends are held against each other, and each row that differs is named; neither end is changed. */
class ComparisonTest extends BothEnds {

    @BeforeEach
    void a_shop() throws SQLException {
        Databases.run(sqlite, """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price DECIMAL(10,2), made DATETIME);
                CREATE INDEX item_name ON item (name);
                CREATE TABLE tag (item INTEGER NOT NULL REFERENCES item, word TEXT NOT NULL, at DATE, PRIMARY KEY (item, word));
                CREATE TABLE log (line TEXT);
                WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
                INSERT INTO item SELECT i, 'item ' || i, i / 4.0, '2026-01-31 12:00:00' FROM n;
                INSERT INTO tag SELECT id, 'red', '2026-01-31' FROM item WHERE id % 10 = 0;
                INSERT INTO log VALUES ('a'), ('a'), ('b'), (NULL)""");
    }

    @Test
    void both_ends_are_the_same_after_a_sync_from_either_side() throws Exception {
        Syncs.toPostgres(sqlite, database);
        byte[] before = Files.readAllBytes(sqlite);

        for (String from : List.of("sqlite", "postgresql")) {
            Comparison comparison = compare(from);

            assertThat(comparison.different()).isEmpty();
            assertThat(comparison.refusal()).isEmpty();
            assertThat(comparison.text()).contains("Every table is the same on both sides");
        }
        assertThat(sqlite).hasBinaryContent(before);
    }

    @Test
    void each_row_that_differs_is_named_by_its_key() throws SQLException {
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, """
                UPDATE item SET name = 'other' WHERE id IN (17, 4711);
                UPDATE item SET price = NULL WHERE id = 5;
                DELETE FROM tag WHERE item = 4990;
                DELETE FROM item WHERE id = 4999;
                INSERT INTO item VALUES (6000, 'new', 1, NULL)""");

        Comparison comparison = compare("sqlite");

        assertThat(rows(comparison, "item"))
                .extracting(RowDifference::kind, row -> row.key().text())
                .containsExactly(
                        tuple(Kind.CHANGED, "id = 5"),
                        tuple(Kind.CHANGED, "id = 17"),
                        tuple(Kind.CHANGED, "id = 4711"),
                        tuple(Kind.MISSING, "id = 4999"),
                        tuple(Kind.ADDED, "id = 6000"));
        assertThat(rows(comparison, "tag"))
                .extracting(RowDifference::kind, row -> row.key().text())
                .containsExactly(tuple(Kind.MISSING, "item = 4990, word = 'red'"));
        assertThat(comparison.text())
                .contains("3 changed, 1 missing at the target, 1 only at the target, between id = 5 and id = 6000")
                .contains("changed: id = 17")
                .contains("2 of 3 tables differ")
                .doesNotContain("other");
        assertThat(comparison.refusal().orElseThrow().code()).isEqualTo(ProblemCode.ENDS_DIFFER);
    }

    @Test
    void rows_without_a_key_are_told_by_all_their_values_and_their_number() throws SQLException {
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, """
                DELETE FROM log WHERE ctid = (SELECT min(ctid) FROM log WHERE line = 'a');
                INSERT INTO log VALUES (NULL), ('c')""");

        assertThat(rows(compare("sqlite"), "log"))
                .extracting(RowDifference::kind, row -> row.key().text())
                .containsExactly(
                        tuple(Kind.MISSING, "line = 'a'"),
                        tuple(Kind.ADDED, "line = 'c'"),
                        tuple(Kind.ADDED, "line = null"));
    }

    @Test
    void definitions_are_compared_by_their_meaning() throws SQLException {
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, """
                ALTER INDEX item_name RENAME TO other_name;
                ALTER TABLE tag ALTER at SET NOT NULL;
                ALTER TABLE tag DROP CONSTRAINT tag_item_fkey;
                ALTER TABLE log ADD COLUMN level integer;
                CREATE TABLE extra (id integer)""");

        Comparison comparison = compare("sqlite");

        assertThat(comparison.different())
                .extracting(table -> table.source().name())
                .containsExactlyInAnyOrder("tag", "log");
        assertThat(table(comparison, "tag").definition())
                .anyMatch(difference -> difference.matches("only at the source: column at date"))
                .anyMatch(difference -> difference.matches("only at the target: column at date NOT NULL"))
                .anyMatch(difference ->
                        difference.startsWith("only at the source: foreign key (item) to public.item (id)"));
        assertThat(table(comparison, "log").definition()).containsExactly("only at the target: column level integer");
        assertThat(comparison.text()).contains("Only the target has: public.extra");
    }

    @Test
    void a_table_that_the_target_lacks_is_named() throws SQLException {
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "DROP TABLE log");

        assertThat(compare("sqlite").text())
                .contains("table log:\n  the target has no such table", "1 of 3 tables differ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_is_changed_is_found_and_nothing_else(long seed) throws SQLException {
        Syncs.toPostgres(sqlite, database);
        Random random = new Random(seed);
        TreeSet<Integer> changed = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            changed.add(1 + random.nextInt(5000));
        }
        for (int id : changed) {
            Databases.run(database, "UPDATE item SET made = made + interval '1 microsecond' WHERE id = " + id);
        }

        assertThat(rows(compare("postgresql"), "item"))
                .allMatch(row -> row.kind() == Kind.CHANGED)
                .extracting(row -> row.key().text())
                .containsExactlyElementsOf(
                        changed.stream().map(id -> "id = " + id).toList());
    }

    private Comparison compare(String from) {
        return Syncs.agreed(database)
                .compare(new ComparisonRequest(
                        Syncs.request(from, sqlite, Syncs.url(database), Selection.ALL)
                                .ends(),
                        Selection.ALL,
                        ColumnRules.NONE));
    }

    private static List<RowDifference> rows(Comparison comparison, String table) {
        return table(comparison, table).rows();
    }

    private static TableComparison table(Comparison comparison, String name) {
        return comparison.tables().stream()
                .filter(table -> table.source().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
