package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** All or nothing, and one sync at a time: a PostgreSQL target. */
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

    private List<String> tables() {
        return Sql.texts(database, "SELECT relname FROM pg_class WHERE relkind = 'r' AND oid >= 16384");
    }

    private static Problem problem(ThrowingCallable action) {
        return catchThrowableOfType(DbSyncException.class, action).problem();
    }
}
