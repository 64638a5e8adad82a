package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All or nothing, one sync at a time, and every refusal named: a PostgreSQL target. */
class PostgresTargetTest {

    private final PostgresDatabase database = PostgresServers.newest().createDatabase();

    @Test
    void nobodySeesAnythingBeforeTheCommit() {
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());
            target.execute(new Statement("CREATE TABLE public.made (id integer)", "table made"));

            assertThat(tables()).isEmpty();
            target.commit();
            assertThat(tables()).containsExactly("made");
        }
    }

    @Test
    void withoutACommitEverythingIsAsBefore() {
        Sql.run(database, "CREATE TABLE old (id integer)");
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());
            target.execute(new Statement("DROP TABLE public.old", "makes room"));
        }
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void whatIsHeldCanBeReadAndNotWrittenUntilItIsReplaced() {
        Sql.run(database, "CREATE TABLE old (id integer); CREATE TABLE other (id integer)");
        try (Target target = PostgresTarget.open(database)) {
            target.hold(List.of(new QualifiedName("public", "old")));

            assertThat(Sql.texts(database, "SELECT count(*)::text FROM old")).containsExactly("0");
            Sql.run(database, "INSERT INTO other VALUES (1)");
            assertThatThrownBy(() -> Sql.run(database, "SET lock_timeout = '1ms'; INSERT INTO old VALUES (1)"))
                    .hasStackTraceContaining("lock timeout");
            target.begin(Map.of());
            assertThatThrownBy(() -> Sql.run(database, "SET lock_timeout = '1ms'; INSERT INTO old VALUES (1)"))
                    .hasStackTraceContaining("lock timeout");
        }
        Sql.run(database, "INSERT INTO old VALUES (1)");
    }

    @Test
    void theSecondSyncIsToldWhoWorks() {
        try (Target first = PostgresTarget.open(database)) {
            first.catalog();

            Problem problem = problem(() -> PostgresTarget.open(database).close());

            assertThat(problem.code()).isEqualTo(ProblemCode.ALREADY_RUNNING);
            assertThat(problem.why()).matches("(?s).*server process \\d+.*");
        }
    }

    @Test
    void theLockIsFreeAsSoonAsItsHolderIsClosed() {
        for (int i = 0; i < 20; i++) {
            try (Target target = PostgresTarget.open(database)) {
                target.begin(Map.of());
                target.execute(new Statement("CREATE TABLE public.given_up (id integer PRIMARY KEY)", "table"));
            }
        }
        assertThat(tables()).isEmpty();
    }

    @Test
    void theLockGoesWithItsHolder() {
        try (Target first = PostgresTarget.open(database)) {
            first.begin(Map.of());
        }
        try (Target second = PostgresTarget.open(database)) {
            second.begin(Map.of());
            second.commit();
        }
    }

    @Test
    void aSchemaThatTheUrlNamesIsMade() {
        PostgresDatabase inSales = new PostgresDatabase(
                database.host(),
                database.port(),
                database.database(),
                database.user(),
                database.password(),
                "sales",
                database.parameters());
        try (Target target = PostgresTarget.open(inSales)) {
            target.begin(Map.of());
            target.commit();
        }
        assertThat(Sql.texts(database, "SELECT nspname FROM pg_namespace WHERE nspname = 'sales'"))
                .hasSize(1);
    }

    @Test
    void longValuesAreCompressedByLz4WhereTheServerCan() {
        String expected = Sql.texts(
                        database,
                        "SELECT CASE WHEN 'lz4' = ANY (enumvals) THEN 'lz4' ELSE setting END FROM pg_settings"
                                + " WHERE name = 'default_toast_compression'")
                .get(0);

        assertThat(compression()).isEqualTo(expected);
    }

    @Test
    void theCompressionThatSomebodyConfiguredStays() {
        Sql.run(database, "ALTER DATABASE " + database.database() + " SET default_toast_compression = 'pglz'");

        assertThat(compression()).isEqualTo("pglz");
    }

    /** By which values are compressed that a sync writes. */
    private String compression() {
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());
            target.execute(new Statement(
                    "CREATE TABLE public.seen AS SELECT current_setting('default_toast_compression') AS value",
                    "what is set"));
            target.commit();
        }
        return Sql.texts(database, "SELECT value FROM seen").get(0);
    }

    @ParameterizedTest
    @CsvSource({"defaultRowFetchSize, 1", "autosave, always", "ApplicationName, any"})
    void rowsAreWrittenAsVacuumWouldLeaveThemWhateverTheUrlSays(String parameter, String value) {
        Sql.run(database, "CREATE TABLE origin (id integer, name text)", "INSERT INTO origin VALUES (1, 'abc')");
        try (Source source = PostgresSource.open(database);
                Target target = PostgresTarget.open(database.withParameters(Map.of(parameter, value)))) {
            Table origin = source.catalog()
                    .lookupTable(new QualifiedName("public", "origin"))
                    .orElseThrow();
            target.begin(Map.of());
            target.execute(new Statement("CREATE TABLE public.target (id integer, name text)", "table"));
            copy(source, origin, target, origin.renamed(name -> new QualifiedName("public", "target")));
            target.execute(new Statement("CREATE INDEX counts_pages ON public.target (id)", "index"));
            target.commit();
        }

        assertThat(Sql.texts(database, "SELECT relallvisible FROM pg_class WHERE relname = 'target'"))
                .containsExactly("1");
    }

    @Test
    void theServerMayBeSilentForLongWhateverTheUrlSays() {
        try (Target target = PostgresTarget.open(database.withParameters(Map.of("socketTimeout", "1")))) {
            target.begin(Map.of());
            target.execute(new Statement("DO 'BEGIN PERFORM pg_sleep(1.5); END'", "a large index"));
            target.commit();
        }
    }

    @ParameterizedTest
    @CsvSource({"64MB, 256MB", "1GB, 1GB"})
    void indexesAreSortedInNoLessMemoryThanTheServerHasForThem(String configured, String used) {
        String memory = "AS SELECT current_setting('maintenance_work_mem') AS value";
        Sql.run(
                database,
                "ALTER DATABASE \"" + database.database() + "\" SET maintenance_work_mem = '" + configured + "'");
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());
            target.execute(new Statement("CREATE TABLE public.before " + memory, "index"));
            target.execute(ForeignKeyMemory.around(
                    List.of(new Statement("CREATE TABLE public.meanwhile " + memory, "foreign key"))));
            target.execute(new Statement("CREATE TABLE public.afterwards " + memory, "index"));
            target.commit();
        }

        assertThat(Sql.texts(database, "TABLE before UNION ALL TABLE meanwhile UNION ALL TABLE afterwards"))
                .containsExactly(used, "4MB", configured);
        assertThat(ForeignKeyMemory.around(List.of())).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsNamedByTableColumnAndRow() {
        Problem problem = refusedCopy("CREATE TABLE target (id integer, name varchar(3))");

        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where())
                .contains("public.target")
                .contains("column name")
                .contains("row 2");
        assertThat(problem.why()).contains("too long");
        assertThat(problem.text()).doesNotContain("confidential");
    }

    @Test
    void aNumberThatIsTooLargeIsNamedByTableColumnAndRow() {
        Problem problem = refusedCopy("CREATE TABLE target (id smallint, name text)");

        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where())
                .contains("public.target")
                .contains("column id")
                .contains("row 2");
        assertThat(problem.text()).doesNotContain("70000");
    }

    @Test
    void aTextThatIsNoNumberIsNotQuoted() {
        Problem problem = refusedCopy("CREATE TABLE target (id integer, name inet)");

        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where()).contains("column name").contains("row 1");
        assertThat(problem.text()).doesNotContain("abc");
    }

    @Test
    void aRowThatBreaksACheckIsNotQuoted() {
        Problem problem = refusedCopy("CREATE TABLE target (id integer, name text CHECK (name <> 'confidential'))");

        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where()).contains("public.target").contains("row 2");
        assertThat(problem.text()).doesNotContain("confidential");
    }

    @Test
    void duplicatesAreNotQuoted() {
        Sql.run(database, "CREATE TABLE twice AS SELECT 'confidential' AS name FROM generate_series(1, 2)");
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());
            Problem problem = problem(() -> target.execute(new Statement(
                    "ALTER TABLE public.twice ADD CONSTRAINT one UNIQUE (name)", "unique constraint of twice")));

            assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
            assertThat(problem.text()).contains("unique constraint of twice").doesNotContain("confidential");
        }
    }

    @Test
    void somethingThatDependsOnATableIsNamed() {
        Sql.run(database, "CREATE TABLE base (id integer)", "CREATE VIEW above AS SELECT id FROM base");
        try (Target target = PostgresTarget.open(database)) {
            List<Statement> drop = new PostgresDialect().drop(target.catalog().tables());
            target.begin(Map.of());

            Problem problem = problem(() -> drop.forEach(target::execute));

            assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
            assertThat(problem.why()).contains("above");
        }
    }

    @Test
    void aNameThatIsTakenIsNamed() {
        Sql.run(database, "CREATE VIEW taken AS SELECT 1 AS one");
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());

            Problem problem = problem(
                    () -> target.execute(new Statement("CREATE TABLE public.taken (id integer)", "table taken")));

            assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
            assertThat(problem.why()).contains("taken");
        }
    }

    @Test
    void tablesThatReferToEachOtherAreDroppedTogether() {
        Sql.run(
                database,
                "CREATE TABLE a (id integer PRIMARY KEY, b integer)",
                "CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES a)",
                "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b");
        try (Target target = PostgresTarget.open(database)) {
            List<Statement> drop = new PostgresDialect().drop(target.catalog().tables());
            target.begin(Map.of());
            drop.forEach(target::execute);
            target.commit();
        }
        assertThat(tables()).isEmpty();
    }

    @Test
    void aRoleWithoutRightsIsRefused() {
        Sql.run(
                database,
                "DROP ROLE IF EXISTS stranger",
                "CREATE ROLE stranger LOGIN PASSWORD 'x'",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        PostgresDatabase stranger = new PostgresDatabase(
                database.host(), database.port(), database.database(), "stranger", new Secret("x"), null, Map.of());
        try (Target target = PostgresTarget.open(stranger)) {
            target.begin(Map.of());
            Problem problem =
                    problem(() -> target.execute(new Statement("CREATE TABLE public.made (id integer)", "table made")));

            assertThat(problem.code()).isEqualTo(ProblemCode.POSTGRES_PERMISSION_DENIED);
            assertThat(problem.remedy()).contains("GRANT");
        }
    }

    @Test
    void aServerThatDiesIsToldAsALostConnection() {
        try (DisposableServer server = PostgresServers.start(15)) {
            PostgresDatabase mortal = server.createDatabase();
            Target target = PostgresTarget.open(mortal);
            target.begin(Map.of());
            server.kill();

            Problem problem = problem(() -> repeat(target));

            assertThat(problem.code()).isEqualTo(ProblemCode.POSTGRES_CONNECTION_LOST);
            assertThat(problem.what()).contains("Nothing was changed");
        }
    }

    /** A server that is told to die answers for a moment longer. */
    private static void repeat(Target target) {
        for (int i = 0; i < 1_000_000; i++) {
            target.execute(new Statement("SELECT 1", "asking"));
        }
    }

    @Test
    void aMemoryIsKeptAndAnEmptyOneLeavesNoTrace() {
        Memory memory = new Memory(
                "sqlite",
                List.of(),
                List.of(),
                List.of(),
                List.of(new OtherObject("view", QualifiedName.of("v"), null, "CREATE VIEW v AS SELECT 'ä'")),
                List.of(),
                Map.of("user_version", "7"));
        remember(memory);

        try (Source source = PostgresSource.open(database)) {
            assertThat(source.memory()).contains(memory);
            Catalog catalog = source.catalog();
            assertThat(catalog.tables()).isEmpty();
            assertThat(catalog.others()).isEmpty();
        }

        remember(new Memory("sqlite", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
        assertThat(Sql.texts(database, "SELECT nspname FROM pg_namespace WHERE nspname = 'dbsync'"))
                .isEmpty();
    }

    private void remember(Memory memory) {
        try (Target target = PostgresTarget.open(database)) {
            target.begin(Map.of());
            target.remember(memory);
            target.commit();
        }
    }

    /** Rows (1, abc) and (70000, confidential) on their way into a table that does not like the second. */
    private Problem refusedCopy(String createTarget) {
        Sql.run(
                database,
                "CREATE TABLE origin (id integer, name text)",
                "INSERT INTO origin VALUES (1, 'abc'), (70000, 'confidential')",
                createTarget);
        try (Source source = PostgresSource.open(database);
                Target target = PostgresTarget.open(database)) {
            Table origin = source.catalog()
                    .lookupTable(new QualifiedName("public", "origin"))
                    .orElseThrow();
            Table renamed = origin.renamed(name -> new QualifiedName("public", "target"));
            target.begin(Map.of());
            target.execute(new Statement("TRUNCATE public.target", "makes room"));
            return problem(() -> copy(source, origin, target, renamed));
        }
    }

    private static void copy(Source source, Table origin, Target target, Table renamed) {
        Batch batch = Batch.of(origin);
        try (RowReader reader = source.read(origin);
                RowWriter writer = target.write(renamed)) {
            reader.next(batch);
            writer.write(batch);
            writer.finish();
        }
    }

    private List<String> tables() {
        return Sql.texts(database, "SELECT relname FROM pg_class WHERE relkind = 'r' AND oid >= 16384");
    }

    private static Problem problem(ThrowingCallable action) {
        return catchThrowableOfType(DbSyncException.class, action).problem();
    }
}
