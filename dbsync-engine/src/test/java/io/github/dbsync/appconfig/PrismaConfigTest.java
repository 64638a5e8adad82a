package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrismaConfigTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            "file:./dev.db"                                        | "file:./dev.db"
            'file:./dev.db'                                        | 'file:./dev.db'
            `file:./dev.db`                                        | `file:./dev.db`
            "file:./dev.db" as string                              | "file:./dev.db"
            /* env("X") */ "file:./dev.db" // "file:./other.db"    | "file:./dev.db"
            'postgresql://ann:a\\'b@db/shop'                       | 'postgresql://ann:a\\'b@db/shop'
            "file:" + name                                         | -
            `file:./${name}.db`                                    | -
            databaseUrl                                            | -
            process.env.DATABASE_URL ?? "file:./dev.db"            | -
            """)
    void finds_a_url_that_stands_there_itself(String value, String found) {
        PrismaConfig config = config("export default { datasource: { url: " + value + "\n } }");

        assertThat(config.url().map(setting -> setting.file().decoded(setting.span())))
                .isEqualTo(Optional.of(found).filter(text -> !text.equals("-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import 'dotenv/config'\nexport default defineConfig({ datasource: { url: 'file:a' } })",
                "export default defineConfig(() => { return { datasource: { url: 'file:a' } } })",
                "const config: PrismaConfig = { datasource: { url: 'file:a' } }\nexport default config",
                "module.exports = { 'datasource': { \"url\": 'file:a' } } satisfies PrismaConfig",
                "// datasource: { url: 'file:b' }\nexport default { datasource: { url: 'file:a' } }",
                "/* { datasource: { url: 'file:b' } } */ export default { datasource: { url: 'file:a' } }",
                "const text = \"{ datasource: { url: 'file:b' } }\"; export default { datasource: { url: 'file:a' } }",
                "const text = `{ ${'}'} datasource: { url: 'file:b' } }`; export default { datasource: { url: 'file:a' } }",
                "const quote = /[/'\"`]/g; export default { datasource: { url: 'file:a' } }",
                "const half = 6 / 2; const x = half / 1; export default { datasource: { url: 'file:a' } }",
                "export default { other: { datasource: { url: 'file:b' } }, datasource: { url: 'file:a' } }",
                "export default { list: [{ datasource: { url: 'file:b' } }], datasource: { url: 'file:a' } }",
                "export default { adapter: make({ url: 'file:b' }), datasource: { direct: 'x', url: 'file:a' } }",
                "type T = { datasource: { url: string } }\nexport default { datasource: { url: 'file:a' } }",
                "const d = on ? { url: 'file:b' } : { url: 'file:c' }; export default { datasource: { url: 'file:a' } }",
                "export default {\r\n  datasource: {\r\n    url: 'file:a', // caf\u00e9\r\n  },\r\n}\r\n"
            })
    void neither_comments_nor_texts_nor_other_objects_confuse_it(String text) {
        assertThat(config(text).url().map(setting -> setting.written().reveal()))
                .hasValue("file:a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env('SHOP_URL')",
                "env<Env>( \"SHOP_URL\" )",
                "process.env.SHOP_URL",
                "process.env.SHOP_URL!",
                "process.env['SHOP_URL']",
                "process.env.SHOP_URL ?? 'file:./dev.db'",
                "// env('OTHER')\n env('SHOP_URL')"
            })
    void finds_the_variable_that_holds_the_url(String value) {
        PrismaConfig config = config("export default { datasource: { url: " + value + " } }");

        assertThat(config.urlVariable()).hasValue("SHOP_URL");
        assertThat(config.url()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            schema: 'db/schema.prisma'                                              | db/schema.prisma
            schema: path.join("db", "schema.prisma"), migrations: { path: 'db/m' }  | db/schema.prisma
            schema: join(__dirname, 'db', 'caf\u00e9')                              | db/caf\u00e9
            schema: path.join('db', name)                                           | -
            experimental: { schema: 'db' }                                          | -
            """)
    void finds_the_schemas_place(String property, String place) {
        assertThat(config("export default {\n  " + property + "\n}").schema())
                .isEqualTo(Optional.of(place).filter(text -> !text.equals("-")).map(folder::resolve));
    }

    @Test
    void finds_the_migrations_place() {
        assertThat(config("export default { migrations: { seed: 'x', path: './db/migrations' } }")
                        .migrations())
                .hasValue(folder.resolve("db/migrations"));
    }

    @Test
    void places_are_relative_to_the_config_itself() {
        write(".config/prisma.ts", "export default { schema: '../db' }");

        assertThat(PrismaConfig.of(folder).orElseThrow().schema()).hasValue(folder.resolve("db"));
    }

    private PrismaConfig config(String text) {
        write("prisma.config.ts", text);
        return PrismaConfig.of(folder).orElseThrow();
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
