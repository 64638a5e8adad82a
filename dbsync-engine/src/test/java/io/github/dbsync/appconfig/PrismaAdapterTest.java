package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.prisma.DateTimeForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files of an application say of the form of its dates on SQLite. */
class PrismaAdapterTest {

    @TempDir
    private Path folder;

    @Test
    void prisma_7_writes_text() {
        assertThat(form(7)).isEqualTo(new DateTimeForm(InstantForm.ISO_TEXT, "Prisma 7 writes it so"));
    }

    @Test
    void an_older_prisma_writes_milliseconds_unless_it_has_an_adapter() throws IOException {
        write("package.json", "{ \"dependencies\": { \"@prisma/client\": \"^6.2\" } }");
        assertThat(form(6).form()).isEqualTo(InstantForm.MILLISECONDS);

        write("package.json", "{ \"dependencies\": { \"@prisma/adapter-better-sqlite3\": \"^6.6\" } }");
        assertThat(form(6).form()).isEqualTo(InstantForm.ISO_TEXT);
        assertThat(form(6).reason()).contains("Prisma 6", "package.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new PrismaLibSql({ url }, { timestampFormat: 'unixepoch-ms' })",
                "const options = {\n  \"timestampFormat\": \"unixepoch-ms\",\n}",
                "x({url: 'http://a'}, {timestampFormat : `unixepoch-ms`})"
            })
    void the_option_of_the_adapter_is_found(String source) throws IOException {
        Path file = write("src/lib/db.mts", "// the database\n" + source);
        assertThat(form(7).form()).isEqualTo(InstantForm.MILLISECONDS);
        assertThat(form(7).reason()).startsWith(file + ":").contains("timestampFormat 'unixepoch-ms'");
    }

    @Test
    void the_option_may_say_text_to_an_older_prisma_too() throws IOException {
        write("db.js", "new PrismaBetterSQLite3({ url }, { timestampFormat: 'iso8601' })");
        assertThat(form(6).form()).isEqualTo(InstantForm.ISO_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node_modules/x/index.js",
                "src/node_modules/y/index.ts",
                ".next/server.js",
                "src/notes.md",
            })
    void what_is_none_of_the_projects_own_sources_says_nothing(String place) throws IOException {
        write(place, "{ timestampFormat: 'unixepoch-ms' }");
        assertThat(form(7).form()).isEqualTo(InstantForm.ISO_TEXT);
    }

    @Test
    void a_comment_says_nothing() throws IOException {
        write("db.ts", "  // { timestampFormat: 'unixepoch-ms' }\n * timestampFormat: 'unixepoch-ms'\n");
        assertThat(form(7).form()).isEqualTo(InstantForm.ISO_TEXT);
    }

    private DateTimeForm form(int major) {
        return PrismaAdapter.dateTimeForm(folder, major);
    }

    private Path write(String place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
