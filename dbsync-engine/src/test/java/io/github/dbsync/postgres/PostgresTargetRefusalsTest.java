package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
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
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every refusal of a PostgreSQL target is named, and quotes no value. */
class PostgresTargetRefusalsTest {

    private final PostgresDatabase database = PostgresServers.newest().createDatabase();

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
            return problem(() -> DatabaseCopy.copyRows(source, origin, target.write(renamed)));
        }
    }

    private static Problem problem(ThrowingCallable action) {
        return catchThrowableOfType(DbSyncException.class, action).problem();
    }
}
