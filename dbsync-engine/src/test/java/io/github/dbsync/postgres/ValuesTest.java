package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type, with null, extremes and odd forms, out by binary COPY and in by both: what PostgreSQL prints stays the same. */
@Tag("locale")
class ValuesTest {

    private static List<Integer> majors() {
        return PostgresServers.majors();
    }

    /** One database for all types: a table each, named after the type, in three schemas. */
    @ParameterizedTest
    @MethodSource("majors")
    void everyValueStaysWhatItIs(int major) throws SQLException {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        make(database);

        try (Source source = PostgresSource.open(database)) {
            List<Table> originals = originals(source);
            copyByTarget(database, source, originals);
            copyByText(database, source, originals);
        }

        List<String> original = printed(database, "original");
        assertThat(original)
                .hasSize(Values.all()
                        .mapToInt(values -> values.literals().size() + 1)
                        .sum());
        assertThat(printed(database, "by_target")).isEqualTo(original);
        assertThat(printed(database, "by_text")).isEqualTo(original);
    }

    private static String table(String schema, Values values) {
        return Quoting.name(new QualifiedName(schema, values.type()));
    }

    /** Every value of a schema as PostgreSQL prints it, with its type. Null is told from a row of nulls, which format() prints. */
    private static List<String> printed(PostgresDatabase database, String schema) {
        String rows = Values.all()
                .map(values -> "SELECT " + Quoting.literal(values.type()) + " || id || ': ' || "
                        + "CASE WHEN v IS DISTINCT FROM NULL THEN format('%s', v) ELSE 'null' END FROM "
                        + table(schema, values))
                .collect(Collectors.joining(" UNION ALL "));
        return Sql.texts(database, rows);
    }

    private static void make(PostgresDatabase database) {
        Sql.run(database, Values.TYPES, "CREATE SCHEMA original; CREATE SCHEMA by_target; CREATE SCHEMA by_text");
        Sql.run(database, Values.all().flatMap(ValuesTest::tables).toArray(String[]::new));
    }

    private static Stream<String> tables(Values values) {
        String original = table("original", values);
        String rows = values.literals().stream()
                .map(literal -> "(" + Quoting.literal(literal) + ")")
                .collect(Collectors.joining(", "));
        return Stream.of(
                "CREATE TABLE " + original + " (id serial PRIMARY KEY, v " + values.type() + ")",
                "INSERT INTO " + original + " (v) VALUES " + rows + ", (NULL)",
                "CREATE TABLE " + table("by_target", values) + " (LIKE " + original + ")",
                "CREATE TABLE " + table("by_text", values) + " (LIKE " + original + ")");
    }

    private static List<Table> originals(Source source) {
        return source.catalog().tables().stream()
                .filter(table -> table.name().schema().equals("original"))
                .toList();
    }

    private static Table named(String schema, Table table) {
        return table.renamed(name -> new QualifiedName(schema, name.name()));
    }

    private static void copyByTarget(PostgresDatabase database, Source source, List<Table> originals) {
        try (Target target = PostgresTarget.open(database)) {
            for (Table original : originals) {
                Table copied = named("by_target", original);
                target.execute(new Statement("TRUNCATE " + Quoting.name(copied.name()), "makes room"));
                DatabaseCopy.copyRows(source, original, target.write(copied));
            }
            target.commit();
        }
    }

    private static void copyByText(PostgresDatabase database, Source source, List<Table> originals)
            throws SQLException {
        PostgresProblems problems = new PostgresProblems(database);
        try (Connection connection = PostgresConnection.open(database, List.of())) {
            for (Table original : originals) {
                TextCopyEncoder encoder = new TextCopyEncoder(forms(original));
                DatabaseCopy.copyRows(
                        source,
                        original,
                        CopyRowWriter.open(connection, problems, named("by_text", original), encoder));
            }
            connection.commit();
        }
    }

    private static List<ColumnForm> forms(Table table) {
        return table.storedColumns().stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList();
    }
}
