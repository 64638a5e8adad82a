package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.property.SqliteImage;
import io.github.dbsync.report.SyncReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual tables and the statistics of ANALYZE come home with every row of theirs, and are of no use elsewhere. */
class VirtualTablesTest extends BothEnds {

    static final String EVERY_KIND = """
            CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
            INSERT INTO doc VALUES (1, 'one', 'the quick fox'), (7, 'two', 'lazy Ünïcode dog'), (9, NULL, '');
            CREATE VIRTUAL TABLE own USING fts5(title, body, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3');
            INSERT INTO own SELECT title, body FROM doc;
            INSERT INTO own VALUES (1, x'00ff'), (1.5, NULL), ('nul' || char(0) || 'inside', '😀');
            INSERT INTO own (own, rank) VALUES ('rank', 'bm25(10.0, 5.0)');
            CREATE VIRTUAL TABLE contentless USING fts5(body, content = '', contentless_delete = 1);
            INSERT INTO contentless (rowid, body) VALUES (-4, 'somewhere else'), (9223372036854775807, 'the end');
            CREATE VIRTUAL TABLE "odd ""name" USING "fts5" (title, body, content="doc", content_rowid='id');
            INSERT INTO "odd ""name" ("odd ""name") VALUES ('rebuild');
            CREATE VIRTUAL TABLE vocabulary USING fts5vocab(own, row);
            CREATE VIRTUAL TABLE four USING fts4(a, b, tokenize=porter);
            CREATE VIRTUAL TABLE four_of_doc USING fts4(content=doc, title, body);
            INSERT INTO four_of_doc (docid, title, body) SELECT id, title, body FROM doc;
            INSERT INTO four VALUES ('words and more words', 2);
            INSERT INTO four VALUES ('another segment', NULL);
            CREATE VIRTUAL TABLE three USING fts3(a);
            INSERT INTO three VALUES ('third');
            CREATE VIRTUAL TABLE box USING rtree(id, x0, x1, +name TEXT, +other);
            INSERT INTO box VALUES (1, -1.5, 2.25, 'a', x'00'), (2, 0, 1e9, NULL, 7);
            CREATE VIRTUAL TABLE grid USING rtree_i32(id, x0, x1);
            INSERT INTO grid VALUES (5, -3, 3);
            CREATE VIRTUAL TABLE pages USING dbstat;
            CREATE VIEW titles AS SELECT id, title FROM doc;
            CREATE VIRTUAL TABLE of_view USING fts5(title, content = 'titles', content_rowid = 'id');
            INSERT INTO of_view (of_view) VALUES ('rebuild');
            CREATE TRIGGER doc_new AFTER INSERT ON doc BEGIN
              INSERT INTO own (rowid, title, body) VALUES (new.id + 100, new.title, new.body); END;
            CREATE INDEX doc_title ON doc (title);
            ANALYZE;
            """;

    private static final String COVERED = """
            CREATE TABLE doc (id INTEGER PRIMARY KEY, body TEXT);
            INSERT INTO doc VALUES (1, 'quick fox'), (2, 'lazy dog');
            CREATE VIRTUAL TABLE f USING fts5(body, content = 'doc', content_rowid = 'id');
            INSERT INTO f (f) VALUES ('rebuild');
            CREATE VIRTUAL TABLE g USING fts4(content="doc", body);
            INSERT INTO g (g) VALUES ('rebuild');
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void every_kind_comes_home_with_every_row_of_its_shadow_tables(String encoding) throws SQLException {
        Databases.run(sqlite, "PRAGMA encoding = '" + encoding + "';" + EVERY_KIND);
        Syncs.toPostgres(sqlite, database);
        Syncs.toSqlite(database, back);
        assertSameImage();
        Judges.assertSameSqlite(sqlite, back);
        assertThat(Databases.query(back, "SELECT rowid FROM own WHERE own MATCH 'foxes'"))
                .containsExactly("1");
        assertThat(Databases.query(back, "SELECT docid FROM four_of_doc WHERE four_of_doc MATCH 'lazy'"))
                .containsExactly("7");
        assertThat(Databases.query(back, "SELECT id FROM box WHERE x0 < -1")).containsExactly("1");
    }

    private void assertSameImage() throws SQLException {
        try (Connection before = Databases.connect(sqlite);
                Connection after = Databases.connect(back)) {
            assertThat(SqliteImage.of(after)).isEqualTo(SqliteImage.of(before));
        }
    }

    @Test
    void an_application_of_the_other_side_does_not_see_them() throws SQLException {
        Databases.run(sqlite, EVERY_KIND);
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("doc");
        assertThat(ledger(report, "fts5 virtual table"))
                .hasSize(4)
                .allMatch(entry -> entry.fate() == Fate.REMEMBERED)
                .allMatch(entry -> entry.note().contains("at home only"));
    }

    @Test
    void the_statistics_come_home_though_rows_changed() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (k TEXT PRIMARY KEY, v INT); INSERT INTO t VALUES ('a', 1), ('b', 1); ANALYZE;"
                        + "UPDATE sqlite_stat1 SET stat = '7 7 unordered'; INSERT INTO sqlite_stat1 VALUES (NULL, 'x', x'01')");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "DELETE FROM t");
        Syncs.toSqlite(database, back);
        String statistics = "SELECT rowid, tbl, idx, hex(stat) FROM sqlite_stat1 UNION ALL"
                + " SELECT rowid, tbl, neq, hex(sample) FROM sqlite_stat4";
        assertThat(Databases.query(back, statistics)).isEqualTo(Databases.query(sqlite, statistics));
    }

    @Test
    void an_index_of_rows_that_changed_is_built_anew() throws SQLException {
        Databases.run(sqlite, COVERED);
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "UPDATE doc SET body = 'sleeping dog' WHERE id = 2");
        SyncReport report = Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT rowid FROM f WHERE f MATCH 'sleeping OR fox' ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(Databases.query(back, "SELECT count(*) FROM g WHERE g MATCH 'lazy'"))
                .containsExactly("0");
        Databases.run(back, "INSERT INTO f (f, rank) VALUES ('integrity-check', 1)");
        assertThat(ledger(report, "fts5 virtual table"))
                .extracting(LedgerEntry::note)
                .containsExactly("built anew, since what it covers has changed");
    }

    @Test
    void an_index_of_a_table_that_is_gone_comes_back_as_it_was() throws SQLException {
        Databases.run(sqlite, COVERED + "CREATE TABLE other (a INT)");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "DROP TABLE doc");
        SyncReport report = Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT count(*) FROM f_docsize")).containsExactly("2");
        assertThat(ledger(report, "fts5 virtual table"))
                .extracting(LedgerEntry::note)
                .containsExactly("as it was, though what it covers has changed since");
    }

    @Test
    void one_whose_module_is_not_there_is_refused_by_name_and_may_be_left_out() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (a INT); PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES"
                        + " ('table', 'words', 'words', 0, 'CREATE VIRTUAL TABLE words USING spellfix1')");
        Problem refused = refusal(() -> Syncs.toPostgres(sqlite, database));
        assertThat(refused.code()).isEqualTo(ProblemCode.OBJECT_REFUSED);
        assertThat(refused.what()).isEqualTo("The spellfix1 virtual table words cannot be moved.");
        assertThat(refused.remedy()).contains("-Ddbsync.exclude");
        Syncs.toPostgres(sqlite, database, new Selection(List.of(), List.of("words")));
        assertThat(Databases.query(database, "SELECT count(*) FROM t")).containsExactly("0");
    }

    @Test
    void one_that_is_left_out_leaves_its_shadow_tables_too() throws SQLException {
        Databases.run(sqlite, COVERED);
        Syncs.toPostgres(sqlite, database, new Selection(List.of(), List.of("f")));
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'dbsync'"))
                .containsExactly("5");
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT name FROM sqlite_schema WHERE name LIKE 'f%' OR name = 'g'"))
                .containsExactly("g");
    }

    @Test
    void kept_rows_that_somebody_changed_are_not_trusted() throws SQLException {
        Databases.run(sqlite, COVERED);
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "DELETE FROM dbsync.rows_1");
        Problem changed = refusal(() -> Syncs.toSqlite(database, back));
        assertThat(changed.code()).isEqualTo(ProblemCode.MEMORY_NOT_TRUSTED);
        assertThat(changed.what()).contains("f_data");
        Databases.run(database, "DROP TABLE dbsync.rows_1");
        Problem gone = refusal(() -> Syncs.toSqlite(database, back));
        assertThat(gone.code()).isEqualTo(ProblemCode.MEMORY_NOT_TRUSTED);
        assertThat(gone.where()).contains("dbsync.rows_1");
        assertThat(back).doesNotExist();
    }

    @Test
    void a_name_that_a_new_table_took_meanwhile_is_refused() throws SQLException {
        Databases.run(sqlite, COVERED);
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "CREATE TABLE f (a int)");
        Problem refused = refusal(() -> Syncs.toSqlite(database, back));
        assertThat(refused.what()).isEqualTo("Two tables of the source would both become f.");
    }

    @Test
    void a_second_sync_keeps_the_rows_of_now_only() throws SQLException {
        Databases.run(sqlite, COVERED);
        Syncs.toPostgres(sqlite, database);
        Databases.run(sqlite, "DROP TABLE f; DROP TABLE g");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'dbsync'"))
                .containsExactly("memory");
    }

    private static List<LedgerEntry> ledger(SyncReport report, String kind) {
        return Objects.requireNonNull(report.plan()).ledger().stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable sync) {
        return catchThrowableOfType(DbSyncException.class, sync).problem();
    }
}
