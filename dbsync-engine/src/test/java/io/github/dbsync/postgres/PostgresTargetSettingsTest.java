package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a PostgreSQL target is written with, whatever the URL and the server are configured to. */
class PostgresTargetSettingsTest {

    private final PostgresDatabase database = PostgresServers.newest().createDatabase();

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
            DatabaseCopy.copyRows(
                    source, origin, target.write(origin.renamed(name -> new QualifiedName("public", "target"))));
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
}
