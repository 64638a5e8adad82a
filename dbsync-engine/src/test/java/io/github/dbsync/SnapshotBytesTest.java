package io.github.dbsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same content gives the same bytes, whatever the machine, the server and the order in which things were made. */
class SnapshotBytesTest {

    private static final List<String> TYPES = List.of(
            "CREATE TYPE mood AS ENUM ('sad', 'ok');",
            "CREATE DOMAIN adult AS integer CHECK (VALUE >= 18);",
            "CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * i';",
            "CREATE SEQUENCE numbers START 7;");

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE words (word text PRIMARY KEY, m mood, f float8, n numeric, b bytea, d date,
              CONSTRAINT short CHECK (length(word) < 50), CONSTRAINT plain CHECK (word <> ''));
            CREATE INDEX words_f ON words (f);
            CREATE INDEX words_d ON words (d DESC);
            """,
            "CREATE TABLE bag (v float8, j jsonb, w text, i interval);",
            "CREATE TABLE people (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, age adult, a integer[]);");

    private static final List<String> ROWS_OF_POSTGRES = List.of(
            "INSERT INTO words VALUES ('Zebra', 'ok', 0.1, 1.50, '\\x00ff', 'infinity');",
            "INSERT INTO words VALUES ('apfel', 'sad', 1e300, 'NaN', NULL, '0044-03-15 BC');",
            "INSERT INTO words VALUES ('äpfel', NULL, '-Infinity', NULL, '', NULL);",
            "INSERT INTO words VALUES ('a b', NULL, -0.0, 0.000, '\\x', '2024-02-29');",
            "INSERT INTO bag VALUES (NULL, '{\"b\":1,\"a\":[2]}', '', '1 day 02:03');",
            "INSERT INTO bag VALUES (NULL, NULL, NULL, NULL);",
            "INSERT INTO bag VALUES (2.5, NULL, E'tab\\tand\\nline', NULL);");

    private static final String PEOPLE = "INSERT INTO people (age, a) VALUES (18, '[0:1]={1,NULL}'), (99, NULL);";

    private static final List<String> SQLITE = List.of(
            "CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name, price REAL);",
            "CREATE TABLE pair (a TEXT, b BLOB, PRIMARY KEY (a)) WITHOUT ROWID;",
            "CREATE TABLE loose (x);");

    private static final String ROWS_OF_SQLITE = """
            CREATE INDEX item_price ON item (price);
            CREATE INDEX item_name ON item (name);
            CREATE VIEW dear AS SELECT * FROM item WHERE price > 1;
            CREATE TRIGGER item_new AFTER INSERT ON item BEGIN DELETE FROM loose; END;
            INSERT INTO pair VALUES ('b', x'00'), ('a', NULL);
            INSERT INTO loose (rowid, x) VALUES (7, 'it''s' || char(10) || 'two'), (-3, 1e999), (9, 'nul' || char(0));
            """;

    @TempDir
    private Path folder;

    @Test
    void of_postgresql() throws Exception {
        PostgresDatabase here = PostgresServers.major(15).createDatabase();
        Databases.run(here, "SET search_path = public;" + String.join("\n", TYPES) + String.join("\n", TABLES));
        Databases.run(here, "SET search_path = public;" + String.join("\n", ROWS_OF_POSTGRES) + PEOPLE);
        PostgresDatabase there =
                PostgresServers.newest().createDatabase(" TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
        Databases.run(there, "SET search_path = public;" + reversed(TYPES) + reversed(TABLES));
        Databases.run(there, "SET search_path = public;" + reversed(ROWS_OF_POSTGRES) + PEOPLE);
        byte[] bytesHere = Files.readAllBytes(Snapshots.of(here, folder));
        byte[] bytesThere = elsewhere(() -> Files.readAllBytes(Snapshots.of(there, folder)));
        assertThat(new String(bytesThere, UTF_8)).isEqualTo(new String(bytesHere, UTF_8));
    }

    @Test
    void of_sqlite() throws Exception {
        Path here = folder.resolve("here.db");
        Databases.run(here, String.join("\n", SQLITE) + ROWS_OF_SQLITE);
        Path there = folder.resolve("there.db");
        Databases.run(there, "CREATE TABLE gone (a); DROP TABLE gone;" + reversed(SQLITE) + ROWS_OF_SQLITE);
        byte[] bytesHere = Files.readAllBytes(Snapshots.of(here));
        byte[] bytesThere = elsewhere(() -> Files.readAllBytes(Snapshots.of(there)));
        assertThat(new String(bytesThere, UTF_8)).isEqualTo(new String(bytesHere, UTF_8));
    }

    @Test
    void of_a_compressed_one() throws Exception {
        Path sqlite = folder.resolve("app.db");
        Databases.run(sqlite, String.join("\n", SQLITE) + ROWS_OF_SQLITE);
        SnapshotOptions compressed = new SnapshotOptions(folder.resolve("compressed"), true, true, 5);
        Path plain = Snapshots.of(sqlite);
        Path packed = Snapshots.take("sqlite", sqlite, "postgresql://nobody@localhost:1/none", compressed);
        try (InputStream unpacked = new ZstdInputStream(Files.newInputStream(packed))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
        }
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Path before = Files.copy(sqlite, folder.resolve("before.db"));
        Databases.run(sqlite, "DELETE FROM pair");
        Snapshots.restore(packed.toString(), sqlite, database);
        Judges.assertSameSqlite(before, sqlite);
    }

    private static String reversed(List<String> statements) {
        return statements.stream().reduce("", (rest, statement) -> statement + "\n" + rest);
    }

    /** As on a machine of another language and time zone. */
    private static <T> T elsewhere(java.util.concurrent.Callable<T> task) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            return task.call();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
