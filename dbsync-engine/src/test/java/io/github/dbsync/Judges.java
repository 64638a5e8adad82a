package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outside judges of "the same": no line of dbsync is in them. Where they are absent, the test is skipped. */
public final class Judges {

    private static final Path SHARED = Path.of("../../shared").toAbsolutePath().normalize();
    private static final String PG_DUMP = "pg_dump";
    private static final Pattern PG_DUMP_MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private Judges() {}

    /** A file beside the project; the test is skipped where it is absent. */
    static Path shared(String file) {
        Path path = SHARED.resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + file + " beside this checkout");
        return path;
    }

    public static void assertSameSqlite(Path a, Path b) {
        assertSame(List.of("python3", shared("judges/same_sqlite.py").toString(), a.toString(), b.toString()));
    }

    /** By pg_dump where the one that is installed knows the servers' version, else by the catalogs. */
    public static void assertSamePostgres(PostgresDatabase a, PostgresDatabase b) throws SQLException {
        if (ofPostgres(majorOf(a)).equals(PG_DUMP)) {
            assertSame(List.of("bash", shared("judges/same_postgres.sh").toString(), Syncs.url(a), Syncs.url(b)));
        } else {
            assertThat(PostgresImage.of(a).differencesTo(PostgresImage.of(b))).isEmpty();
        }
    }

    /**
     * A database's schema in the words of pg_dump, the comments with versions aside; of a newer server than it knows, just that.
     */
    public static String schemaOf(PostgresDatabase database) throws SQLException {
        if (!ofPostgres(majorOf(database)).equals(PG_DUMP)) {
            return "pg_dump does not know this server";
        }
        return output(List.of(PG_DUMP, "--schema-only", "--exclude-schema=dbsync", Syncs.url(database)))
                .replaceAll("(?m)^(-- Dumped |\\\\(un)?restrict ).*$", "");
    }

    /** Who judges databases of a major version; pg_dump refuses servers that are newer than it is. */
    static String ofPostgres(int major) {
        return major <= majorOfPgDump() ? PG_DUMP : "the catalogs";
    }

    private static int majorOf(PostgresDatabase database) throws SQLException {
        try (Connection connection = Databases.connect(database)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    private static int majorOfPgDump() {
        Matcher version = PG_DUMP_MAJOR.matcher(isInstalled(PG_DUMP) ? output(List.of(PG_DUMP, "--version")) : "");
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static void assertSame(List<String> command) {
        assumeTrue(isInstalled(command.get(0)), () -> "skipped: " + command.get(0) + " is not installed");
        assertThat(output(command)).startsWith("SAME");
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isInstalled(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
