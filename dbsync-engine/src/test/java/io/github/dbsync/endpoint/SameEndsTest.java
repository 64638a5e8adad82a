package io.github.dbsync.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameEndsTest {

    @TempDir
    Path folder;

    @Test
    void a_file_is_the_same_under_all_its_names() throws IOException {
        Path file = Files.createFile(folder.resolve("dev.db"));
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.db"), file);
        Path hard = Files.createLink(folder.resolve("hard.db"), file);
        Path other = Files.createFile(folder.resolve("other.db"));

        assertThat(same(file, folder.resolve("x/../dev.db"))).isTrue();
        assertThat(same(file, symbolic)).isTrue();
        assertThat(same(file, hard)).isTrue();
        assertThat(same(file, other)).isFalse();
        assertThat(same(file, folder.resolve("missing.db"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 5432, shop, 127.0.0.1, 5432, shop, true",
        "localhost, 5432, shop, ::1, 5432, shop, true",
        "DB.example, 5432, shop, db.example, 5432, shop, true",
        "localhost, 5432, shop, localhost, 5433, shop, false",
        "localhost, 5432, shop, localhost, 5432, Shop, false",
        "localhost, 5432, shop, db.example, 5432, shop, false"
    })
    void a_database_is_the_same_whoever_connects_and_however_its_host_is_called(
            String host,
            int port,
            String database,
            String otherHost,
            int otherPort,
            String otherDatabase,
            boolean same) {
        assertThat(SameEnds.areSame(
                        postgres(host, port, database, "ann"), postgres(otherHost, otherPort, otherDatabase, "bob")))
                .isEqualTo(same);
    }

    @Test
    void ends_of_two_kinds_are_never_the_same() {
        assertThat(SameEnds.areSame(new SqliteFile(folder), new EmbeddedPostgres(folder)))
                .isFalse();
    }

    private static boolean same(Path one, Path other) {
        return SameEnds.areSame(new SqliteFile(one), new SqliteFile(other));
    }

    private static PostgresDatabase postgres(String host, int port, String database, String user) {
        return new PostgresDatabase(host, port, database, user, null, null, Map.of());
    }
}
