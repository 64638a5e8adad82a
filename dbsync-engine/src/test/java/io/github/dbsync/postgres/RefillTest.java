package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.Image;
import io.github.dbsync.Judges;
import io.github.dbsync.PostgresImage;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.Refill;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables get other rows, and nothing else of a PostgreSQL database changes. */
class RefillTest {

    /** What stays with its rows. */
    private static final Set<String> UNTOUCHED = Set.of("audit", "letter");

    private static final String OLD_ROWS = """
            INSERT INTO country VALUES ('xx', 'Nowhere');
            INSERT INTO person (name, country) VALUES ('old', 'xx'), ('older', 'xx'), ('oldest', 'xx');
            INSERT INTO visit (person, day) VALUES (1, '1999-01-01');
            INSERT INTO measure VALUES ('2001-01-01', 3, 1), ('2021-01-01', 3, 1);
            INSERT INTO thing VALUES (1, 'old'); INSERT INTO heir VALUES (2, 'old', 'heir');
            INSERT INTO letter VALUES (1, 1);
            REFRESH MATERIALIZED VIEW shout;
            SELECT nextval('free')""";

    private static final String NEW_ROWS = """
            INSERT INTO country VALUES ('at', 'Austria'), ('ch', 'Switzerland');
            INSERT INTO person (name, country, boss) VALUES ('Ada', 'at', 2), ('Bob', 'ch', 1);
            INSERT INTO visit (person, day) VALUES (1, '2024-01-01'), (2, '2024-01-02');
            INSERT INTO measure VALUES ('2002-02-02', 1, 2.50), ('2022-02-02', 2, 3.50);
            INSERT INTO thing VALUES (5, 'new'); INSERT INTO heir VALUES (6, 'new', 'heir')""";

    static List<Integer> majors() {
        return PostgresServers.majors();
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("majors")
    void everything_but_the_rows_is_as_it_was(int major) throws Exception {
        PostgresDatabase source = database(major, NEW_ROWS);
        PostgresDatabase target = database(major, OLD_ROWS);
        Sql.run(source, "INSERT INTO letter VALUES (9, 2); SELECT nextval('visit_id_seq')");
        List<String> before = definitions(target);
        String dumped = Judges.schemaOf(target);

        assertThat(refill(source, target)).extracting(Problem::code).containsOnly(ProblemCode.NOT_REFRESHED);

        assertThat(definitions(target)).isEqualTo(before);
        assertThat(Judges.schemaOf(target)).isEqualTo(dumped);
        assertThat(Sql.texts(target, "SELECT entry FROM audit")).isEmpty();
        assertThat(rows(target)).containsAll(rows(source, UNTOUCHED));
        assertThat(Sql.texts(target, "SELECT id FROM letter")).containsExactly("1");
        assertThat(Sql.texts(target, "SELECT loud FROM shout")).containsExactlyInAnyOrder("ADA", "BOB");
        assertThat(Sql.texts(target, "SELECT last_value FROM free")).containsExactly("7");
    }

    @Test
    void numbers_go_on_after_the_last_that_came_or_was_drawn() {
        PostgresDatabase source = database(15, NEW_ROWS);
        PostgresDatabase target = database(15, OLD_ROWS);
        Sql.run(source, "SELECT nextval('visit_id_seq')");
        refill(source, target);
        assertThat(Sql.texts(target, "SELECT nextval('visit_id_seq')")).containsExactly("4");
        assertThat(Sql.texts(target, "SELECT nextval('person_id_seq')")).containsExactly("3");
    }

    @Test
    void a_sequence_that_columns_share_goes_on_after_their_greatest_number_and_never_back() {
        PostgresDatabase target = database(15, OLD_ROWS);
        refill(database(15, NEW_ROWS), target);
        assertThat(Sql.texts(target, "SELECT nextval('\"Shared\"')")).containsExactly("7");
        Sql.run(target, "SELECT setval('\"Shared\"', 40)");
        refill(database(15, NEW_ROWS), target);
        assertThat(Sql.texts(target, "SELECT nextval('\"Shared\"')")).containsExactly("41");
    }

    @Test
    void triggers_fire_again_afterwards() {
        PostgresDatabase target = database(15, OLD_ROWS);
        refill(database(15, NEW_ROWS), target);
        Sql.run(
                target,
                "INSERT INTO person (name) VALUES ('new'); INSERT INTO measure VALUES ('2003-01-01', 1, 1), ('2023-01-01', 1, 1)");
        assertThat(Sql.texts(target, "SELECT entry FROM audit ORDER BY entry"))
                .containsExactly(
                        "measure_new INSERT cloned",
                        "measure_new INSERT half",
                        "measure_old INSERT cloned",
                        "person INSERT always",
                        "person INSERT plain");
    }

    @Test
    void a_row_without_its_parent_is_refused_and_nothing_is_changed() throws SQLException {
        PostgresDatabase source = database(15, NEW_ROWS);
        Sql.run(
                source,
                "ALTER TABLE person DROP CONSTRAINT person_country_fkey; DELETE FROM country WHERE code = 'ch'");
        PostgresDatabase target = database(15, OLD_ROWS);
        Image before = PostgresImage.of(target);

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> refill(source, target));

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
        assertThat(refused.problem().text())
                .contains("person_country_fkey", "public.person", "Correct these rows at the source");
        assertThat(PostgresImage.of(target).differencesTo(before)).isEmpty();
    }

    @Test
    void a_row_that_a_table_beside_refers_to_must_be_there_again() throws SQLException {
        PostgresDatabase target = database(15, OLD_ROWS);
        Sql.run(target, "UPDATE letter SET person = 3");
        Image before = PostgresImage.of(target);
        DbSyncException refused =
                catchThrowableOfType(DbSyncException.class, () -> refill(database(15, NEW_ROWS), target));
        assertThat(refused.problem().text()).contains("letter_person_fkey", "public.letter");
        assertThat(PostgresImage.of(target).differencesTo(before)).isEmpty();
    }

    @Test
    void row_security_that_binds_the_owner_is_named_before() {
        PostgresDatabase target = databaseOfAMortal();
        assertThat(refusals(target, "person")).isEmpty();
        Sql.run(target, "ALTER TABLE person FORCE ROW LEVEL SECURITY");
        assertThat(refusals(target, "person"))
                .singleElement()
                .asString()
                .contains("public.person", "ALTER TABLE \"public\".\"person\" NO FORCE ROW LEVEL SECURITY");
    }

    @Test
    void a_table_of_another_role_is_named_before() {
        PostgresDatabase target = databaseOfAMortal();
        assertThat(refusals(target, "country")).isEmpty();
        PostgresDatabase superuser = PostgresServers.major(15).createDatabase();
        Sql.run(
                new PostgresDatabase(
                        target.host(),
                        target.port(),
                        target.database(),
                        superuser.user(),
                        superuser.password(),
                        null,
                        target.parameters()),
                "ALTER TABLE country OWNER TO CURRENT_USER");
        assertThat(refusals(target, "country")).singleElement().asString().contains("belongs to another role");
    }

    /** A database whose owner is no superuser. */
    private static PostgresDatabase databaseOfAMortal() {
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        String role = "mortal_" + database.database();
        Sql.run(
                database,
                "CREATE ROLE " + role + " LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA public TO " + role,
                "SET SESSION AUTHORIZATION " + role,
                schema());
        return new PostgresDatabase(
                database.host(),
                database.port(),
                database.database(),
                role,
                new Secret("secret"),
                null,
                database.parameters());
    }

    private static List<String> refusals(PostgresDatabase database, String table) {
        try (Target target = PostgresTarget.open(database)) {
            Catalog catalog = target.catalog();
            return new PostgresDialect()
                    .refill(List.of(new RefilledTable(table(catalog, table), Map.of())), catalog).findings().stream()
                            .filter(Problem::refuses)
                            .map(Problem::text)
                            .toList();
        }
    }

    private static PostgresDatabase database(int major, String rows) {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        Sql.run(database, schema() + rows, "DELETE FROM audit");
        return database;
    }

    private static String schema() {
        try (InputStream script = Objects.requireNonNull(RefillTest.class.getResourceAsStream("kept-schema.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a sync does with tables that stay, without its plan. */
    private static List<Problem> refill(PostgresDatabase from, PostgresDatabase to) {
        try (Source source = PostgresSource.open(from);
                Target target = PostgresTarget.open(to)) {
            Catalog catalog = target.catalog();
            List<Table> tables = catalog.tables().stream()
                    .filter(table -> !UNTOUCHED.contains(table.name().name()))
                    .toList();
            Catalog given = source.catalog();
            Refill refill = new PostgresDialect()
                    .refill(tables.stream().map(table -> refilled(table, given)).toList(), catalog);
            target.begin(new Beginning(Map.of(), true, List.of()));
            refill.script().beforeRows().forEach(target::execute);
            tables.forEach(table -> DatabaseCopy.copyRows(source, target, table));
            refill.script().afterAllRows().forEach(target::execute);
            target.commit();
            return refill.findings();
        }
    }

    /** A counter of the source for {@code visit} alone. */
    private static RefilledTable refilled(Table table, Catalog source) {
        return new RefilledTable(
                table, table.name().name().equals("visit") ? Map.of("id", sequence(table(source, "visit"))) : Map.of());
    }

    private static Sequence sequence(Table table) {
        return Objects.requireNonNull(table.lookupColumn("id").orElseThrow().identity())
                .sequence();
    }

    private static Table table(Catalog catalog, String name) {
        return catalog.tables().stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> definitions(PostgresDatabase database) throws SQLException {
        return PostgresImage.of(database).lines().stream()
                .filter(line -> !line.startsWith("row: ") && !line.startsWith("state: "))
                .toList();
    }

    private static List<String> rows(PostgresDatabase database) throws SQLException {
        return PostgresImage.of(database).lines().stream()
                .filter(line -> line.startsWith("row: "))
                .toList();
    }

    private static List<String> rows(PostgresDatabase database, Set<String> without) throws SQLException {
        return rows(database).stream()
                .filter(line -> without.stream().noneMatch(table -> line.contains("." + table + " ")))
                .collect(Collectors.toList());
    }
}
