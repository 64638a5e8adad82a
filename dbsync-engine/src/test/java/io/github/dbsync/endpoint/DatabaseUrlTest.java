package io.github.dbsync.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    private static final String OS_USER = System.getProperty("user.name");
    private static final UrlContext CONTEXT =
            new UrlContext("/shop/.env:3 (DATABASE_URL)", Path.of("/shop"), Path.of("/shop/prisma"), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            postgresql://ann:secret@db.example:5433/shop                        | db.example | 5433 | shop  | ann  | secret      | -
            postgres://ann:secret@db.example/shop                               | db.example | 5432 | shop  | ann  | secret      | -
            POSTGRESQL://ann@db.example/shop                                    | db.example | 5432 | shop  | ann  | -           | -
            postgresql://a%6En:p%40ss%3A%2F%3F%23%25@db.example/sh%6Fp          | db.example | 5432 | shop  | ann  | p@ss:/?#%   | -
            postgresql://ann:p@ss@db.example/shop                               | db.example | 5432 | shop  | ann  | p@ss        | -
            postgresql://ann:a+b:c@db.example/shop                              | db.example | 5432 | shop  | ann  | a+b:c       | -
            postgresql://%C3%A4nn:%E2%82%AC@db.example/caf%C3%A9                | db.example | 5432 | café  | änn  | €           | -
            postgresql://ann@[::1]:5433/shop                                    | ::1        | 5433 | shop  | ann  | -           | -
            postgresql://ann@[2001:db8::7]/shop                                 | 2001:db8::7| 5432 | shop  | ann  | -           | -
            postgresql://ann@db.example                                         | db.example | 5432 | ann   | ann  | -           | -
            postgresql://ann@db.example/                                        | db.example | 5432 | ann   | ann  | -           | -
            postgresql:///shop?user=ann                                         | localhost  | 5432 | shop  | ann  | -           | -
            postgresql:///shop?host=db.example&port=5433&user=ann&password=x    | db.example | 5433 | shop  | ann  | x           | -
            postgresql://ann:@db.example/shop                                   | db.example | 5432 | shop  | ann  | -           | -
            postgresql://ann@db.example/shop?schema=sales                       | db.example | 5432 | shop  | ann  | -           | sales
            postgresql://ann@db.example/shop?schema=my%20sales&connection_limit=5 | db.example | 5432 | shop | ann | -          | my sales
            host=db.example dbname=shop user=ann password='two \\'words'        | db.example | 5432 | shop  | ann  | two 'words  | -
            dbname=shop user=ann                                                | localhost  | 5432 | shop  | ann  | -           | -
            host = db.example port = 5433 dbname = shop user = ann              | db.example | 5433 | shop  | ann  | -           | -
            jdbc:postgresql://db.example:5433/shop?user=ann&password=p%40ss     | db.example | 5433 | shop  | ann  | p@ss        | -
            jdbc:postgresql:shop?user=ann                                       | localhost  | 5432 | shop  | ann  | -           | -
            jdbc:postgresql://[::1]/shop?user=ann&currentSchema=sales           | ::1        | 5432 | shop  | ann  | -           | sales
            """)
    void reads_postgresql_urls(
            String url, String host, int port, String database, String user, String password, String schema) {
        PostgresDatabase read = postgres(url);

        assertThat(read.host()).isEqualTo(host);
        assertThat(read.port()).isEqualTo(port);
        assertThat(read.database()).isEqualTo(database);
        assertThat(read.user()).isEqualTo(user);
        assertThat(read.password()).isEqualTo(password == null ? null : new Secret(password));
        assertThat(read.schema()).isEqualTo(schema);
    }

    @Test
    void a_password_of_the_environment_is_never_written_into_a_url() {
        UrlContext context = new UrlContext("here", Path.of("/shop"), Path.of("/shop"), Map.of("PGPASSWORD", "s3cret"));
        PostgresDatabase read = (PostgresDatabase)
                DatabaseUrl.parse("postgresql://ann@db.example/shop", context).endpoint();

        assertThat(read.loginPassword()).contains(new Secret("s3cret"));
        assertThat(DatabaseUrl.format(read, context).reveal()).isEqualTo("postgresql://ann@db.example:5432/shop");
        assertThat(read + " " + context).doesNotContain("s3cret");
    }

    @Test
    void a_user_that_is_not_named_is_the_one_of_the_system_as_in_libpq() {
        PostgresDatabase read = postgres("postgresql://");

        assertThat(read.user()).isEqualTo(OS_USER);
        assertThat(read.database()).isEqualTo(OS_USER);
        assertThat(read.host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sslmode=require                                       | sslmode=require
            sslmode=no-verify                                     | sslmode=require
            sslmode=verify-full&sslrootcert=/ca.pem               | sslmode=verify-full, sslrootcert=/ca.pem
            sslcert=../ca.pem                                     | sslrootcert=/shop/ca.pem
            sslcert=/c.pem&sslkey=/k.pem                          | sslcert=/c.pem, sslkey=/k.pem
            sslidentity=id.p12&sslpassword=x                      | sslkey=/shop/prisma/id.p12, sslpassword=x
            connect_timeout=7                                     | connectTimeout=7
            application_name=my%20app                             | ApplicationName=my app
            options=-c%20statement_timeout%3D5                    | options=-c statement_timeout=5
            channel_binding=require                               | channelBinding=require
            target_session_attrs=read-write                       | targetServerType=primary
            gssencmode=disable                                    | gssEncMode=disable
            """)
    void maps_parameters_to_the_words_of_the_jdbc_driver(String query, String expected) {
        Map<String, String> parameters =
                postgres("postgresql://ann@db/shop?" + query).parameters();

        assertThat(expected.split(", "))
                .containsExactlyInAnyOrderElementsOf(
                        parameters.entrySet().stream().map(Object::toString).toList());
        assertThat(parameters.keySet())
                .allSatisfy(name ->
                        assertThat(JdbcPostgresUrl.isKnownToDriver(name)).isTrue());
        assertThat(parse("postgresql://ann@db/shop?" + query).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection_limit=5&pool_timeout=2",
                "pgbouncer=true&statement_cache_size=0",
                "socket_timeout=3&sslaccept=accept_invalid_certs",
                "single_use_connections=true",
                "keepalives=1&keepalives_idle=5",
                ""
            })
    void passes_over_what_only_the_application_needs(String query) {
        DatabaseUrl url = parse("postgresql://ann@db/shop?" + query);

        assertThat(url.findings()).isEmpty();
        assertThat(((PostgresDatabase) url.endpoint()).parameters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann@db/shop?sslmod=require, sslmod",
        "postgresql://ann@db/shop?sslaccept=strict, sslaccept",
        "postgresql://ann@db/shop?target_session_attrs=sometimes, target_session_attrs",
        "host=db service=shop user=ann, service",
        "jdbc:postgresql://db/shop?user=ann&nonsense=1, nonsense",
        "file:./dev.db?vfs=unix, vfs"
    })
    void reports_parameters_that_it_does_not_follow(String text, String name) {
        assertThat(parse(text).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.URL_PARAMETER_IGNORED);
            assertThat(finding.what()).contains("\"" + name + "\"");
            assertThat(finding.where()).isEqualTo("/shop/.env:3 (DATABASE_URL)");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "file:./dev.db, /shop/prisma/dev.db",
        "file:dev.db, /shop/prisma/dev.db",
        "file:../data/shop.sqlite, /shop/data/shop.sqlite",
        "file:/var/shop.db, /var/shop.db",
        "file:///var/shop.db, /var/shop.db",
        "file:dev.db?connection_limit=1&socket_timeout=10, /shop/prisma/dev.db",
        "file:./50%25 café.db, /shop/prisma/50%25 café.db",
        "sqlite:./dev.db, /shop/prisma/dev.db",
        "jdbc:sqlite:data/dev.db, /shop/data/dev.db",
        "jdbc:sqlite:/var/shop.db?foreign_keys=on, /var/shop.db",
        "jdbc:sqlite:file:dev.db, /shop/dev.db"
    })
    void reads_sqlite_urls(String text, Path path) {
        DatabaseUrl url = parse(text);

        assertThat(url.endpoint()).isEqualTo(new SqliteFile(path));
        assertThat(url.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prisma://accelerate.prisma-data.net/?api_key=hunter2      | Prisma Accelerate                | postgresql://user:password@host:5432/database
            prisma+postgres://localhost:51213/?api_key=hunter2        | Prisma's own development server  | postgresql://user:password@host:5432/database
            mysql://ann:hunter2@db/shop                               | it begins with mysql:            | file:./dev.db
            libsql://shop.turso.io?authToken=hunter2                  | it begins with libsql:           | file:./dev.db
            hunter2                                                   | neither with postgresql:// nor   | file:./dev.db
            postgresql://ann:hunter2                                  | port is not a number             | percent-encoded
            postgresql://ann:hunter2@db:port/shop                     | port is not a number             | percent-encoded
            postgresql://ann:hunter2@db:70000/shop                    | from 1 to 65535                  | percent-encoded
            postgresql://ann:hun/ter2@db/shop                         | behind the host stands more      | %40
            postgresql://ann:123?hunter2@db/shop                      | an @ stands behind               | %3F
            postgresql://ann:123@db/shop?hunter2                      | something else than name=value   | %40
            postgresql://ann:123?hunter2=@db/shop                     | an @ stands behind               | %3F
            postgresql://ann:123#hunter2@db/shop                      | a # ends a URL                   | %23
            postgresql://ann:hunter2%@db/shop                         | two hexadecimal digits           | %25
            postgresql://ann:hunter2%zz@db/shop                       | two hexadecimal digits           | %25
            postgresql://ann:hunter2@[::1/shop                        | not closed by ]                  | [::1]:5432
            postgresql://ann:hunter2@db1:5432,db2:5432/shop           | several servers                  | primary server alone
            postgresql://ann:hunter2@db1,db2/shop                     | several hosts                    | primary server alone
            postgresql://ann:hunter2@/shop?host=/var/run/postgresql   | Unix socket                      | localhost:5432
            postgresql://ann:hunter2@%2Fvar%2Frun/shop                | Unix socket                      | localhost:5432
            postgresql://ann:hunter2@db/shop?sslmode=always           | its sslmode is none              | verify-full
            host=db password=hunter2 dbname                           | neither with postgresql:// nor   | file:./dev.db
            file:                                                     | it names no file                 | -Ddbsync.sqlite
            file::memory:                                             | gone when it is closed           | file:./dev.db
            :memory:                                                  | neither with postgresql:// nor   | file:./dev.db
            file:shop?mode=memory&cache=shared                        | gone when it is closed           | file:./dev.db
            jdbc:sqlite:                                              | it names no file                 | file:./dev.db
            jdbc:sqlite::memory:                                      | gone when it is closed           | file:./dev.db
            file://dev.db                                             | a host is meant                  | file:./dev.db
            """)
    void refuses_what_it_does_not_understand_and_never_prints_a_password(String text, String why, String remedy) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            Problem problem = refused.problem();
            assertThat(problem.code()).isEqualTo(ProblemCode.URL_NOT_UNDERSTOOD);
            assertThat(problem.where()).isEqualTo("/shop/.env:3 (DATABASE_URL)");
            assertThat(problem.why()).contains(why);
            assertThat(problem.remedy()).contains(remedy);
            assertThat(problem.text()).doesNotContain("hun", "ter2");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:p%40ss%2F@db.example:5433/shop",
                "postgresql://ann@[::1]:5432/shop?schema=sales&sslmode=require",
                "postgresql://ann@db:5432/caf%C3%A9?sslmode=verify-full&sslkey=%2Fk.pem&sslrootcert=%2Fca.pem"
                        + "&sslcert=%2Fc.pem&application_name=my%20app&connect_timeout=7",
                "file:./dev.db",
                "file:../data/dev.db",
                "file:/var/shop.db"
            })
    void writes_what_it_reads(String text) {
        Endpoint endpoint = parse(text).endpoint();

        assertThat(DatabaseUrl.format(endpoint, CONTEXT).reveal()).isEqualTo(text);
    }

    @Test
    void tells_a_path_from_a_url() {
        assertThat(DatabaseUrl.hasScheme("file:./dev.db")).isTrue();
        assertThat(DatabaseUrl.hasScheme("jdbc:sqlite:dev.db")).isTrue();
        assertThat(DatabaseUrl.hasScheme("C:\\shop\\dev.db")).isFalse();
        assertThat(DatabaseUrl.hasScheme("data/dev.db")).isFalse();
        assertThat(DatabaseUrl.hasScheme("./odd:name.db")).isFalse();
    }

    @Test
    void neither_the_url_nor_its_end_print_a_secret() {
        DatabaseUrl url = parse("postgresql://ann:hunter2@db/shop?sslpassword=hunter3");

        assertThat(url.toString()).doesNotContain("hunter");
        assertThat(url.endpoint().describe()).doesNotContain("hunter");
        assertThat(DatabaseUrl.format(url.endpoint(), CONTEXT).toString()).doesNotContain("hunter");
    }

    private static PostgresDatabase postgres(String url) {
        return (PostgresDatabase) parse(url).endpoint();
    }

    private static DatabaseUrl parse(String text) {
        return DatabaseUrl.parse(text, CONTEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "a b", "a+b", "p@ss:/?#[]%&=", "\u00e9\ud83d\udc18"})
    void a_jdbc_url_says_the_driver_what_it_says_to_dbsync(String word) {
        PostgresDatabase database =
                new PostgresDatabase("::1", 5433, word, word, new Secret(word), word, Map.of("sslmode", "require"));

        String url = DatabaseUrl.formatJdbc(database, CONTEXT).reveal();

        assertThat(DatabaseUrl.parse(url, CONTEXT).endpoint()).isEqualTo(database);
        assertThat(Driver.parseURL(url, new Properties()))
                .containsEntry("PGDBNAME", word)
                .containsEntry("user", word)
                .containsEntry("password", word)
                .containsEntry("currentSchema", word)
                .containsEntry("sslmode", "require");
    }

    @Test
    void a_plus_sign_in_the_parameters_of_a_jdbc_url_is_a_blank_as_to_the_driver() {
        String url = "jdbc:postgresql://db/shop?user=a+b";

        assertThat(Driver.parseURL(url, new Properties())).containsEntry("user", "a b");
        assertThat(postgres(url).user()).isEqualTo("a b");
    }

    @Test
    void what_stands_beside_a_jdbc_url_is_not_in_it() {
        PostgresDatabase database =
                new PostgresDatabase("db", 5432, "shop", "ann", new Secret("secret"), null, Map.of());
        UrlContext beside = CONTEXT.withLogin("ann", new Secret("secret"));

        assertThat(DatabaseUrl.formatJdbc(database, beside).reveal()).isEqualTo("jdbc:postgresql://db:5432/shop");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/shop", beside).endpoint())
                .isEqualTo(database);
    }
}
