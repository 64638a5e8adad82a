package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Prisma a project uses. */
class PrismaVersionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"5.22.0, 5", "^6.2, 6", "~4, 4", ">=6 <8, 6", "latest, 7"})
    void package_json_asks_for_one(String wanted, int major) throws Exception {
        write("package.json", "{\"devDependencies\": {\"prisma\": \"" + wanted + "\"}}");
        assertThat(PrismaVersion.major(folder)).isEqualTo(major);
    }

    @Test
    void its_client_tells_too() throws Exception {
        write("package.json", "{\"dependencies\": {\"@prisma/client\": \"6.1.0\"}}");
        assertThat(PrismaVersion.major(folder)).isEqualTo(6);
    }

    @Test
    void what_is_installed_is_what_runs() throws Exception {
        write("package.json", "{\"devDependencies\": {\"prisma\": \">=5\"}}");
        write("node_modules/prisma/package.json", "{\"name\": \"prisma\", \"version\": \"6.19.3\"}");
        assertThat(PrismaVersion.major(folder)).isEqualTo(6);
    }

    @Test
    void where_nothing_is_said_it_is_the_newest() throws Exception {
        assertThat(PrismaVersion.major(folder)).isEqualTo(7);
        write("package.json", "no JSON");
        assertThat(PrismaVersion.major(folder)).isEqualTo(7);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
