package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.comparison.ComparisonRequest;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.tag.TagComparison;
import io.github.dbsync.tag.TagRequest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database is what a tag recorded, on either side, until somebody changes it. */
class TaggedDatabaseTest extends BothEnds {

    private static final String TAG = "v1-db-sync";

    @BeforeEach
    void a_tagged_sync() throws Exception {
        Databases.run(sqlite, """
                CREATE TABLE item (id INTEGER PRIMARY KEY, price DECIMAL(10,2), made DATETIME, parts BLOB);
                INSERT INTO item VALUES (1, 0.5, '2026-01-31 12:00:00', x'00ff'), (2, NULL, NULL, NULL);
                CREATE TABLE word (w TEXT);
                INSERT INTO word VALUES ('a')""");
        Files.writeString(folder.resolve(".gitignore"), "*.db\nreport/\n");
        git("init", "--quiet");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        git("add", "--all");
        git("commit", "--quiet", "--message=first");
        Syncs.toPostgres(sqlite, database);
        Syncs.agreed(database).tag(new TagRequest(ends("sqlite"), TAG, false, null));
    }

    @Test
    void both_sides_are_what_was_tagged() {
        for (String from : List.of("sqlite", "postgresql")) {
            TagComparison comparison = compare(from, TAG);

            assertThat(comparison.tables()).hasSize(2).allMatch(TagComparison.TaggedTable::same);
            assertThat(comparison.schema()).isEqualTo(TagComparison.Schema.SAME);
            assertThat(comparison.refusal()).isEmpty();
        }
    }

    @Test
    void a_value_that_changed_a_table_that_is_gone_and_one_that_is_new_are_told() throws Exception {
        Databases.run(database, """
                UPDATE item SET made = made + interval '1 microsecond' WHERE id = 1;
                DROP TABLE word;
                CREATE TABLE added (id integer)""");

        TagComparison comparison = compare("postgresql", TAG);

        assertThat(comparison.tables()).noneMatch(TagComparison.TaggedTable::same);
        assertThat(comparison.text()).containsPattern("word +1 +- +differs").contains("public.added");
        assertThat(comparison.refusal())
                .hasValueSatisfying(problem -> assertThat(problem.where()).startsWith("2 of 2"));
    }

    @Test
    void a_definition_that_changed_is_told_where_no_row_did() throws Exception {
        Databases.run(
                database,
                "CREATE INDEX item_made ON item (made); INSERT INTO item (id) VALUES (3); DELETE FROM item WHERE id = 3");
        Databases.run(sqlite, "CREATE INDEX item_made ON item (made)");

        for (String from : List.of("sqlite", "postgresql")) {
            TagComparison comparison = compare(from, TAG);

            assertThat(comparison.tables()).allMatch(TagComparison.TaggedTable::same);
            assertThat(comparison.text()).contains("the tables are not defined as when tagged");
            assertThat(comparison.refusal())
                    .hasValueSatisfying(problem -> assertThat(problem.why()).contains("definitions"));
        }
    }

    @Test
    void numbers_that_were_drawn_since_and_tables_that_are_new_change_no_definition() throws Exception {
        Databases.run(
                database, "SELECT nextval(pg_get_serial_sequence('item', 'id')); CREATE TABLE added (id integer)");

        assertThat(compare("postgresql", TAG).refusal()).isEmpty();
    }

    @Test
    void a_tag_that_is_not_dbsyncs_is_refused() throws Exception {
        git("tag", "--annotate", "--message=other", "other");

        for (String tag : List.of("other", "none")) {
            assertThatThrownBy(() -> compare("sqlite", tag)).hasMessageContaining("DBSYNC-707");
        }
    }

    private TagComparison compare(String from, String tag) {
        return Syncs.agreed(database)
                .compareWithTag(new ComparisonRequest(ends(from), Selection.ALL, ColumnRules.NONE), tag);
    }

    private EndsRequest ends(String from) {
        return Syncs.request(from, sqlite, Syncs.url(database), Selection.ALL).ends();
    }

    private void git(String... command) throws Exception {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(List.of(command));
        assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
    }
}
