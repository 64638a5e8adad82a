package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL that stands in Prisma's own files changes there, and no other byte does. */
class PrismaSwitchTest {

    private static final String POSTGRES_URL = "postgresql://ann:p%40ss@db/shop?schema=public";
    private static final String SCHEMA = """
            datasource db {
              // provider = "sqlite", url = "file:./dev.db"
              provider = "%s" // "sqlite"
            %s}
            """;

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void twoEnds() {
        project = SampleProject.in(folder).file(".env.postgres", "DATABASE_URL=\"" + POSTGRES_URL + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void in_the_schema_of_prisma_6(String lineBreak) {
        String schema = SCHEMA.formatted("%s", "  url = \"%s\" // here: \u20ac, \"file:./dev.db\"\n")
                .replace("\n", lineBreak);
        project.file("prisma/schema.prisma", schema.formatted("sqlite", "file:./dev.db"));

        project.switched();
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(schema.formatted("postgresql", POSTGRES_URL));

        project.switched();
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(schema.formatted("sqlite", "file:./dev.db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%s'", "\"%s\"", "`%s`", "/* 'file:./dev.db' */ '%s' as string"})
    void in_the_config_of_prisma_7(String literal) {
        String schema = SCHEMA.formatted("%s", "").replace("\n", "\r\n");
        String config = """
                // datasource: { url: 'file:./dev.db' } \u20ac
                export default defineConfig({
                  schema: 'prisma/schema.prisma',
                  datasource: { url: LITERAL }, // 'file:./dev.db'
                })""".replace("\n", "\r\n").replace("LITERAL", literal);
        project.file("prisma/schema.prisma", schema.formatted("sqlite"))
                .file("prisma.config.ts", config.formatted("file:./dev.db"));

        project.switched();
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(schema.formatted("postgresql"));
        assertThat(project.text("prisma.config.ts")).isEqualTo(config.formatted(POSTGRES_URL));

        project.switched();
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(schema.formatted("sqlite"));
        assertThat(project.text("prisma.config.ts")).isEqualTo(config.formatted("file:./dev.db"));
    }

    @Test
    void further_urls_are_named_and_stay() {
        String config = """
                export default {
                  datasource: {
                    url: 'file:./dev.db',
                    shadowDatabaseUrl: env('SHADOW'), // directUrl: 'x'
                  },
                }
                """;
        project.file("schema.prisma", SCHEMA.formatted("sqlite", "  directUrl = \"file:./dev.db\"\n"))
                .file("prisma.config.ts", config);

        assertThat(project.switched().findings())
                .filteredOn(finding -> finding.what().startsWith("A further URL"))
                .extracting(
                        finding -> folder.relativize(Path.of(finding.where())).toString())
                .containsExactly("schema.prisma:4 (directUrl)", "prisma.config.ts:4 (shadowDatabaseUrl)");
        assertThat(project.text("prisma.config.ts")).contains("shadowDatabaseUrl: env('SHADOW')");
    }

    @Test
    void the_environment_is_not_asked_where_the_url_is_a_literal() {
        project.file("schema.prisma", SCHEMA.formatted("sqlite", ""))
                .file("prisma.config.ts", "export default { datasource: { url: 'file:./dev.db' } }");

        assertThat(project.variable("DATABASE_URL", POSTGRES_URL)
                        .find()
                        .sourceOrigin()
                        .where())
                .isEqualTo(folder.resolve("prisma.config.ts") + ":1 (url)");
    }

    @Test
    void a_file_url_of_the_config_is_relative_to_the_config() {
        project.file("prisma/schema.prisma", SCHEMA.formatted("sqlite", ""))
                .file("prisma.config.ts", "export default { datasource: { url: 'file:./db/dev.db' } }");

        assertThat(project.find().source().describe())
                .contains(folder.resolve("db/dev.db").toString());
    }
}
