package io.github.dbsync.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    private static final int MAJOR = 15;

    @TempDir
    Path cache;

    @Test
    void keeps_links_and_the_right_to_execute() throws IOException {
        Binaries binaries = Binaries.unpacked(PostgresServers.binariesJar(MAJOR), cache);

        assertThat(Path.of(binaries.program("initdb"))).isExecutable();
        assertThat(binaries.folder().resolve("share/postgresql/postgres.bki"))
                .satisfies(file -> assertThat(Files.isExecutable(file)).isFalse());
        try (Stream<Path> files = Files.list(binaries.folder().resolve("lib"))) {
            assertThat(files.filter(Files::isSymbolicLink).toList()).allMatch(Files::exists);
        }
        assertThat(binaries.major()).isEqualTo(MAJOR);
    }

    @Test
    void are_unpacked_once_by_two_who_come_at_once() throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Binaries>> both = threads.invokeAll(List.of(this::unpack, this::unpack));

            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        } finally {
            threads.shutdown();
        }
        assertThat(folders()).hasSize(1);
    }

    @Test
    void are_unpacked_again_where_somebody_died_halfway() throws IOException {
        Path half = Files.createDirectories(
                cache.resolve(new BinariesArchive(PostgresServers.binariesJar(MAJOR)).key() + ".part/bin"));
        Files.createFile(half.resolve("postgres"));

        assertThat(Path.of(unpack().program("postgres"))).isExecutable();
        assertThat(folders()).hasSize(1);
    }

    @Test
    void are_missing_in_a_jar_of_something_else() throws IOException {
        Path jar = Files.write(cache.resolve("other.jar"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> Binaries.unpacked(jar, cache))
                .hasMessageContaining("DBSYNC-321")
                .hasMessageContaining("-Ddbsync.postgres=<URL>");
    }

    private Binaries unpack() {
        return Binaries.unpacked(PostgresServers.binariesJar(MAJOR), cache);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
