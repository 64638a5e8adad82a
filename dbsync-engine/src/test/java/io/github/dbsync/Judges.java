package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The outside judges of "the same": no line of dbsync is in them. Where they are absent, the test is skipped. */
public final class Judges {

    private static final Path SHARED = Path.of("../../shared").toAbsolutePath().normalize();

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

    public static void assertSamePostgres(PostgresDatabase a, PostgresDatabase b) {
        assertSame(List.of("bash", shared("judges/same_postgres.sh").toString(), Syncs.url(a), Syncs.url(b)));
    }

    private static void assertSame(List<String> command) {
        assumeTrue(isInstalled(command.get(0)), () -> "skipped: " + command.get(0) + " is not installed");
        try {
            Process judge =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String verdict = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            judge.waitFor();
            assertThat(verdict).startsWith("SAME");
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
