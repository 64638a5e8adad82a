package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Default.Meaning;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.catalog.ForeignKey.Checking;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQLite databases in the wild say of themselves, and what the catalog makes of it. */
@Tag("locale")
class SqliteCatalogTest {

    @TempDir
    private Path folder;

    private int files;

    @Test
    void names_types_and_comments_of_every_kind_are_understood() {
        String sql = "CREATE TABLE \"a \"\"b\" ( [x y] /* , */ INTEGER -- what, else\n , `z``z` long varchar ( 10 ) ,\n"
                + "\"select\" unsigned big int NOT NULL ON CONFLICT ROLLBACK DEFAULT(1), no_type, 'quoted' \"my type\", "
                + "CONSTRAINT \"ck, 1\" CHECK ([x y] > 0 AND \"select\" <> ')') )";
        Table table = only(sql);

        assertThat(table.name().name()).isEqualTo("a \"b");
        assertThat(table.definition()).isEqualTo(sql);
        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("x y", "z`z", "select", "no_type", "quoted");
        assertThat(table.columns())
                .extracting(column -> column.type().declared())
                .containsExactly("INTEGER", "long varchar ( 10 )", "unsigned big int", "", "my type");
        assertThat(table.checks()).extracting(Check::name).containsExactly("ck, 1");
        assertThat(table.checks().get(0).condition().declared()).isEqualTo("[x y] > 0 AND \"select\" <> ')'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id INTEGER PRIMARY KEY                      | ROWID
                    id integer primary key asc                  | ROWID
                    id INTEGER, PRIMARY KEY (id DESC)           | ROWID
                    id INTEGER PRIMARY KEY AUTOINCREMENT        | AUTOINCREMENT
                    id INTEGER, PRIMARY KEY (id AUTOINCREMENT)  | AUTOINCREMENT
                    id INTEGER PRIMARY KEY DESC                 |
                    id INT PRIMARY KEY                          |
                    id BIGINT PRIMARY KEY                       |
                    id INTEGER, b INT, PRIMARY KEY (id, b)      |
                    """)
    void a_rowid_is_what_sqlite_takes_for_one(String columns, Identity.Kind kind) {
        Column id = only("CREATE TABLE t (" + columns + ")").columns().get(0);

        assertThat(id.identity() == null ? null : id.identity().kind()).isEqualTo(kind);
        assertThat(id.nullable()).isEqualTo(kind == null);
    }

    @Test
    void a_key_of_a_table_without_rowid_is_no_rowid() {
        Table table = only("CREATE TABLE t (id INTEGER PRIMARY KEY, x ANY) STRICT, WITHOUT ROWID");

        assertThat(table.columns().get(0).identity()).isNull();
        assertThat(table.options()).containsExactlyInAnyOrder("WITHOUT ROWID", "STRICT");
        assertThat(table.primaryKey()).isEqualTo(new Key(null, List.of("id"), null));
    }

    @Test
    void counters_have_the_state_that_sqlite_keeps() {
        Catalog catalog = catalog(
                "CREATE TABLE used (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "INSERT INTO used VALUES (7)",
                "DELETE FROM used",
                "CREATE TABLE unused (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE TABLE rowid (id INTEGER PRIMARY KEY)",
                "INSERT INTO rowid VALUES (3), (5)");

        assertThat(sequence(catalog, "used")).isEqualTo("7 true");
        assertThat(sequence(catalog, "unused")).isEqualTo("1 false");
        assertThat(sequence(catalog, "rowid")).isEqualTo("5 true");
    }

    private static String sequence(Catalog catalog, String table) {
        Identity identity = table(catalog, table).columns().get(0).identity();
        return identity.sequence().lastValue() + " " + identity.sequence().called();
    }

    @Test
    void keys_have_their_names_and_what_their_columns_do_not_say() {
        Table table = only("CREATE TABLE t (a TEXT CONSTRAINT one UNIQUE, b TEXT COLLATE nocase UNIQUE, c INT,"
                + " CONSTRAINT pk PRIMARY KEY (c, a), CONSTRAINT two UNIQUE (b, c DESC) ON CONFLICT IGNORE)");

        assertThat(table.primaryKey()).isEqualTo(new Key("pk", List.of("c", "a"), null));
        assertThat(table.uniques())
                .containsExactly(
                        new Key("one", List.of("a"), null),
                        new Key(null, List.of("b"), null),
                        new Key("two", List.of("b", "c"), "UNIQUE (b, c DESC) ON CONFLICT IGNORE"));
        assertThat(table.columns()).extracting(Column::collation).containsExactly(null, "NOCASE", null);
        assertThat(table.indexes()).isEmpty();
    }

    @Test
    void foreign_keys_are_complete() {
        Catalog catalog = catalog(
                "CREATE TABLE Parent (A INT, B INT, c TEXT UNIQUE, PRIMARY KEY (B, A))",
                "CREATE TABLE child (x INT, y INT, z TEXT CONSTRAINT to_c REFERENCES parent (C) ON DELETE SET NULL"
                        + " DEFERRABLE INITIALLY DEFERRED, w INT REFERENCES nowhere,"
                        + " FOREIGN KEY (x, y) REFERENCES PARENT ON UPDATE CASCADE NOT DEFERRABLE)");

        ForeignKey named = table(catalog, "child").foreignKeys().get(0);
        ForeignKey composite = table(catalog, "child").foreignKeys().get(2);
        assertThat(table(catalog, "child").foreignKeys()).hasSize(3);
        assertThat(named.name()).isEqualTo("to_c");
        assertThat(named.parent()).isEqualTo(QualifiedName.of("Parent"));
        assertThat(named.parentColumns()).containsExactly("c");
        assertThat(named.onDelete()).isEqualTo(Action.SET_NULL);
        assertThat(named.checking()).isEqualTo(Checking.DEFERRED);
        assertThat(composite.columns()).containsExactly("x", "y");
        assertThat(composite.parentColumns()).containsExactly("B", "A");
        assertThat(composite.onUpdate()).isEqualTo(Action.CASCADE);
        assertThat(composite.checking()).isEqualTo(Checking.IMMEDIATE);
    }

    @Test
    void indexes_say_all_that_they_cover() {
        String sql = "CREATE UNIQUE INDEX i ON t (a COLLATE NOCASE DESC, lower(b), abs(c) DESC) WHERE c IS NOT NULL";
        Table table = table(catalog("CREATE TABLE t (a TEXT, b TEXT, c INT)", sql), "t");
        Index index = table.indexes().get(0);

        assertThat(index.definition()).isEqualTo(sql);
        assertThat(index.unique()).isTrue();
        assertThat(index.where().declared()).isEqualTo("c IS NOT NULL");
        assertThat(index.where().portable()).isNotNull();
        assertThat(index.parts().get(0)).isEqualTo(new Index.Part("a", null, true, false, "NOCASE"));
        assertThat(index.parts().get(1).expression().declared()).isEqualTo("lower(b)");
        assertThat(index.parts().get(2).expression().declared()).isEqualTo("abs(c)");
        assertThat(index.parts().get(2).descending()).isTrue();
    }

    @Test
    void generated_columns_are_not_stored_columns() {
        Table table = only("CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a + 1) STORED, c TEXT AS (upper('x')))");

        assertThat(table.storedColumns()).extracting(Column::name).containsExactly("a");
        assertThat(table.columns().get(1).generated().stored()).isTrue();
        assertThat(table.columns().get(1).generated().expression().declared()).isEqualTo("a + 1");
        assertThat(table.columns().get(1).generated().expression().portable()).isNotNull();
        assertThat(table.columns().get(2).generated().stored()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    NULL                      | Null[]
                    'it''s'                   | Text[value=it's]
                    "foo"                     | Text[value=foo]
                    foo                       | Text[value=foo]
                    -1.50                     | Number[digits=-1.50]
                    +7                        | Number[digits=7]
                    (1e3)                     | Number[digits=1e3]
                    TRUE                      | Bool[value=true]
                    x'0AfF'                   | Bytes[hex=0aff]
                    CURRENT_TIMESTAMP         | CurrentTimestamp[]
                    current_date              | CurrentDate[]
                    (datetime('now'))         | CurrentTimestamp[]
                    (date ( 'now' ))          | CurrentDate[]
                    (datetime('now','utc'))   | Unknown[]
                    (strftime('%s','now'))    | Unknown[]
                    (1 + 2)                   | Unknown[]
                    0x1F                      | Unknown[]
                    """)
    void defaults_mean_what_sqlite_reads(String declared, String meaning) {
        Meaning actual = only("CREATE TABLE t (a DEFAULT " + declared + ", b)")
                .columns()
                .get(0)
                .defaultValue()
                .meaning();

        assertThat(actual).hasToString(meaning);
    }

    @Test
    void all_other_objects_are_listed() {
        Catalog catalog = catalog(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE VIEW v AS SELECT * FROM missing",
                "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END",
                "CREATE VIRTUAL TABLE f USING fts5(body)",
                "CREATE VIEW \"dbsync_memory\" AS SELECT 'x' AS \"memory\"",
                "ANALYZE");

        assertThat(catalog.tables()).extracting(table -> table.name().name()).containsExactly("t");
        assertThat(catalog.others())
                .extracting(object -> object.kind() + " " + object.name())
                .contains(
                        "internal table sqlite_sequence",
                        "view v",
                        "trigger r",
                        "fts5 virtual table f",
                        "shadow table f_data")
                .doesNotContain("view dbsync_memory");
        OtherObject trigger = catalog.others().stream()
                .filter(object -> object.kind().equals("trigger"))
                .findFirst()
                .orElseThrow();
        assertThat(trigger.table()).isEqualTo(QualifiedName.of("t"));
        assertThat(trigger.definition()).endsWith("SELECT 2; END");
        assertThat(catalog.others().stream().filter(new SqliteDialect()::isOwn)).hasSizeGreaterThan(4);
    }

    @Test
    void settings_are_those_of_the_file() {
        Catalog catalog = catalog(
                "PRAGMA page_size = 1024",
                "PRAGMA encoding = 'UTF-16le'",
                "PRAGMA user_version = 42",
                "CREATE TABLE t (x)");

        assertThat(catalog.settings())
                .containsEntry("page_size", "1024")
                .containsEntry("encoding", "UTF-16le")
                .containsEntry("user_version", "42")
                .containsEntry("application_id", "0")
                .containsEntry("auto_vacuum", "0")
                .containsEntry("journal_mode", "delete");
        assertThat(catalog.version()).startsWith("3.");
    }

    @Test
    void chinook_is_read_whole() throws IOException {
        SqliteFile chinook = Databases.shared("chinook/Chinook_Sqlite.sqlite", folder);
        try (Source source = SqliteSource.open(chinook)) {
            Catalog catalog = source.catalog();

            assertThat(catalog.tables()).hasSize(11);
            assertThat(table(catalog, "Track").foreignKeys()).hasSize(3);
            assertThat(table(catalog, "PlaylistTrack").primaryKey().columns()).containsExactly("PlaylistId", "TrackId");
            assertThat(table(catalog, "PlaylistTrack").foreignKeys())
                    .extracting(key -> key.parent().name())
                    .containsExactly("Playlist", "Track");
            assertThat(source.census(table(catalog, "Invoice"), false, ColumnRules.NONE)
                            .findings())
                    .isEmpty();
        }
    }

    private Table only(String sql) {
        return catalog(sql).tables().get(0);
    }

    private Catalog catalog(String... statements) {
        SqliteFile file = Databases.make(folder.resolve(files++ + ".db"), statements);
        try (Source source = SqliteSource.open(file)) {
            return source.catalog();
        }
    }

    private static Table table(Catalog catalog, String name) {
        return catalog.lookupTable(QualifiedName.of(name)).orElseThrow();
    }
}
