package io.github.dbsync.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The PostgreSQL servers of the tests: one of each major version that a test asks for, started once, stopped when the tests
 * end.
 *
 * <pre>{@code PostgresDatabase database = PostgresServers.major(15).createDatabase();}</pre>
 */
public final class PostgresServers {

    private static final Path BINARIES = Path.of("target/postgres-binaries");
    private static final int OF_THE_CLASSPATH = 15;

    private static final Map<Integer, DisposableServer> RUNNING = new ConcurrentHashMap<>();

    private PostgresServers() {}

    /** The major versions that this build has, in order; for {@code @MethodSource}. */
    public static List<Integer> majors() {
        List<Integer> copied = List.of(14, 15, 16, 17, 18).stream()
                .filter(major -> Files.exists(copiedJar(major)))
                .toList();
        return copied.isEmpty() ? List.of(OF_THE_CLASSPATH) : copied;
    }

    /** The server of a major version, shared by all tests. */
    public static DisposableServer major(int major) {
        return RUNNING.computeIfAbsent(major, PostgresServers::startShared);
    }

    public static DisposableServer newest() {
        List<Integer> majors = majors();
        return major(majors.get(majors.size() - 1));
    }

    /** A server of one test's own, to be killed or closed by it. */
    public static DisposableServer start(int major) {
        try {
            return new DisposableServer(binariesJar(major), cache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar with the binaries of a major version. */
    static Path binariesJar(int major) {
        Path copied = copiedJar(major);
        return Files.exists(copied) ? copied : classpathJar(major);
    }

    /** Where the tests unpack binaries. */
    static Path cache() {
        return BINARIES.resolve("unpacked").toAbsolutePath();
    }

    private static DisposableServer startShared(int major) {
        DisposableServer server = start(major);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres-" + major));
        return server;
    }

    private static Path copiedJar(int major) {
        return BINARIES.resolve(major + ".jar");
    }

    private static Path classpathJar(int major) {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches(".*postgres-binaries.*-" + major + "\\..*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no binaries of PostgreSQL " + major + " in " + BINARIES
                        + " or on the class path; run mvn process-test-resources"));
    }
}
