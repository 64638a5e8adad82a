package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of statements that are sent together, the one that is refused is named, as if each had been sent alone. */
class StatementBatchTest {

    private final PostgresDatabase database = PostgresServers.newest().createDatabase();

    @Test
    void allAreExecutedInTheirOrder() {
        try (Target target = begun(database)) {
            List<Statement> statements = new ArrayList<>(tables(1201));
            statements.add(new Statement("CREATE SEQUENCE public.s", "sequence"));
            statements.add(new Statement("SELECT pg_catalog.setval('public.s', 7)", "its state"));
            statements.add(new Statement("ALTER TABLE public.t0 ADD a int; ALTER TABLE public.t0 ADD b int", "both"));
            statements.add(new Statement("ALTER TABLE public.t0 DROP a", "one less"));
            target.execute(statements);
            target.commit();
        }
        assertThat(Sql.texts(database, "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("1201");
        assertThat(Sql.texts(database, "SELECT last_value::text FROM s")).containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 499, 500, 1000})
    void theRefusedOneIsNamedWhereverItStands(int place) {
        List<Statement> statements = new ArrayList<>(tables(1001));
        statements.set(place, new Statement("CREATE INDEX i ON public.absent (x)", "index i of absent"));

        assertThat(refusal(database, statements).why())
                .isEqualTo("relation \"public.absent\" does not exist (SQLSTATE 42P01, while index i of absent)");
    }

    @Test
    void whatTheRefusedOneBeginsWithIsNotMistakenForIt() {
        List<Statement> statements = List.of(
                new Statement("CREATE TABLE public.short (\n    id integer\n)", "short"),
                new Statement("SELECT 1", "first"),
                new Statement("SELECT 1 FROM public.absent", "second"),
                new Statement("SELECT 1 FROM public.absent WHERE true", "third"));

        assertThat(refusal(database, statements).why()).endsWith("while second)");
    }

    @Test
    void behindATextOfSeveralStatementsTheRefusedOneIsNamed() {
        List<Statement> statements = List.of(
                new Statement("SELECT 1; SELECT 2; SELECT 3", "three"),
                new Statement("SELECT 4", "four"),
                new Statement("SELECT * FROM public.absent", "refused"),
                new Statement("SELECT 5", "five"));

        assertThat(refusal(database, statements).why()).endsWith("while refused)");
    }

    @Test
    void rowsThatAKeyRefusesAreToldAsEver() {
        Sql.run(database, "CREATE TABLE filled AS SELECT 1 AS id FROM generate_series(1, 2)");
        Problem problem = refusal(
                database,
                List.of(
                        new Statement("CREATE TABLE public.other (id integer)", "table other"),
                        new Statement("ALTER TABLE public.filled ADD PRIMARY KEY (id)", "primary key of filled"),
                        new Statement("CREATE TABLE public.last (id integer)", "table last")));

        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where()).isEqualTo("While: primary key of filled");
        assertThat(problem.text()).doesNotContain("(id)=(1)");
    }

    @Test
    void whereTheDriverIsToldToQuoteNothingAllAreNamedThatItCanBe() {
        PostgresDatabase silent = database.withParameters(Map.of("logServerErrorDetail", "false"));
        List<Statement> statements = List.of(
                new Statement("SELECT 1", "first"),
                new Statement("SELECT * FROM public.absent", "second"),
                new Statement("SELECT 3", "third"));

        assertThat(refusal(silent, statements).why())
                .matches("relation \"public.absent\" does not exist .*while first to third\\)");
    }

    private static List<Statement> tables(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Statement("CREATE TABLE public.t" + i + " (id integer)", "table t" + i))
                .toList();
    }

    private static Target begun(PostgresDatabase database) {
        Target target = PostgresTarget.open(database);
        target.begin(Map.of());
        return target;
    }

    private static Problem refusal(PostgresDatabase database, List<Statement> statements) {
        Problem[] problem = new Problem[1];
        try (Target target = begun(database)) {
            assertThatThrownBy(() -> target.execute(statements))
                    .isInstanceOfSatisfying(DbSyncException.class, refused -> problem[0] = refused.problem());
        }
        return Stream.of(problem).findFirst().orElseThrow();
    }
}
