package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrismaSchemaTest {

    private static final Path GRAMMAR = Path.of("src/test/resources/io/github/dbsync/prisma/grammar");

    @TempDir
    Path folder;

    static Stream<String> readableSchemas() {
        return Stream.of(
                "datasource db {\n  provider = \"sqlite\"\n}\n",
                "datasource db {\r\n  provider = \"sqlite\"\r\n}\r\n",
                "datasource db{\nprovider=\"sqlite\"\n}",
                "\tdatasource  Db_1  {\t\n\tprovider\t=\t\"sqlite\"\t// here\n\t}\t// end\n",
                "// datasource db { provider = \"mysql\" }\ndatasource db {\n  // provider = \"mysql\"\n  provider = \"sqlite\"\n}\n",
                "/* datasource x {\n provider = \"mysql\"\n} */\ndatasource db {\n  provider = \"sqlite\" /* \"mysql\" */\n}\n",
                "datasource db {\n  url = \"file:/odd//path/*x\"\n  provider = \"sqlite\"\n}\n",
                "model A {\n  datasource String @default(\"datasource db {\")\n}\ndatasource db {\n  provider = \"sqlite\"\n}\n",
                "generator client {\n  provider = \"prisma-client-js\"\n}\n\ndatasource db {\n  provider = \"sqlite\"\n}\n",
                "// caf\u00e9 \u20ac\ndatasource db {\n  provider = \"sqlite\"\n}\n");
    }

    @ParameterizedTest
    @MethodSource("readableSchemas")
    void finds_the_provider_and_its_place(String text) throws IOException {
        PrismaSchema schema = schema(text);

        assertThat(schema.provider()).isEqualTo(Side.SQLITE);
        assertThat(schema.file().decoded(schema.providerSpan())).isEqualTo("\"sqlite\"");
    }

    @Test
    void postgres_is_postgresql() throws IOException {
        assertThat(schema("datasource db {\n provider = \"postgres\"\n}\n").provider())
                .isEqualTo(Side.POSTGRESQL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            url = env("SHOP_URL")                   | SHOP_URL | -
            url = env( "SHOP_URL" ) // here         | SHOP_URL | -
            url = "file:./dev.db"                   | -        | file:./dev.db
            // url = "file:./dev.db"                | -        | -
            directUrl = env("DIRECT_URL")           | -        | -
            """)
    void finds_what_names_the_url(String line, String variable, String literal) throws IOException {
        PrismaSchema schema = schema("datasource db {\n  provider = \"sqlite\"\n  " + line + "\n}\n");

        assertThat(schema.urlVariable()).isEqualTo(variable);
        assertThat(schema.lookupUrl().map(setting -> setting.written().reveal()))
                .isEqualTo(Optional.ofNullable(literal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provider = env("P")              | PROVIDER_NOT_LITERAL | :2 | env()
            provider = ["postgresql"]        | PROVIDER_NOT_LITERAL | :2 | a list
            provider = 'sqlite'              | PROVIDER_NOT_LITERAL | :2 | no text in double quotes
            provider =                       | PROVIDER_NOT_LITERAL | :2 | no text in double quotes
            provider = "mysql"               | PROVIDER_UNKNOWN     | :2 | between sqlite and postgresql
            provider = "cockroachdb"         | PROVIDER_UNKNOWN     | :2 | between sqlite and postgresql
            // provider = "sqlite"           | PROVIDER_MISSING     | :2 | commented out
            /* provider = "sqlite" */        | PROVIDER_MISSING     | :2 | commented out
            url = env("DATABASE_URL")        | PROVIDER_MISSING     | :1 | no line provider
            """)
    void refuses_a_provider_that_it_could_not_replace(String line, ProblemCode code, String where, String why)
            throws IOException {
        refuses("datasource db {\n  " + line + "\n}\n", code, where, why);
    }

    static Stream<String[]> brokenSchemas() {
        String source = "datasource db {\n  provider = \"sqlite\"\n}\n";
        return Stream.of(
                new String[] {source + source, "PROVIDER_UNKNOWN", ":4", "Prisma takes one"},
                new String[] {
                    "datasource db {\n provider = \"sqlite\"\n provider = \"sqlite\"\n}\n",
                    "PROVIDER_UNKNOWN",
                    ":3",
                    "takes one"
                },
                new String[] {"// " + source.replace("\n", "\n// "), "PROVIDER_MISSING", ":1", "commented out"},
                new String[] {
                    "datasource db\n{\n provider = \"sqlite\"\n}\n", "PROVIDER_MISSING", ":1", "datasource db {"
                },
                new String[] {"\uFEFF" + source, "PROVIDER_MISSING", ":1", "byte order mark"},
                new String[] {"model A {\n  id Int @id\n}\n", "PROVIDER_MISSING", ":1", "no datasource block"},
                new String[] {"", "PROVIDER_MISSING", ":1", "no datasource block"});
    }

    @ParameterizedTest
    @MethodSource("brokenSchemas")
    void refuses_a_schema_without_one_plain_datasource(String text, String code, String where, String why)
            throws IOException {
        refuses(text, ProblemCode.valueOf(code), where, why);
    }

    @ParameterizedTest
    @CsvSource({"schema.prisma", "prisma/schema.prisma", "prisma/schema/main.prisma", "prisma/models/user.prisma"})
    void finds_the_schema_in_its_usual_places(String place) throws IOException {
        write(place, "datasource db {\n  provider = \"sqlite\"\n}\n");

        assertThat(PrismaProject.read(folder).schema())
                .map(found -> found.file().path())
                .hasValue(folder.resolve(place));
    }

    @Test
    void finds_the_datasource_among_several_files_of_a_folder() throws IOException {
        write("prisma/schema/a.prisma", "model A {\n  id Int @id\n}\n");
        write("prisma/schema/b.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");

        assertThat(PrismaProject.read(folder).schema())
                .map(found -> found.file().path())
                .hasValue(folder.resolve("prisma/schema/b.prisma"));
    }

    @Test
    void follows_package_json_and_prisma_config() throws IOException {
        write("db/a.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        write("package.json", "{\"prisma\": {\"schema\": \"db/a.prisma\"}}");
        assertThat(PrismaProject.read(folder).schema()).isPresent();

        Files.delete(folder.resolve("package.json"));
        write(
                "prisma.config.ts",
                "export default defineConfig({\n  schema: 'db',\n  datasource: { url: env('SHOP_URL') },\n})");
        assertThat(PrismaProject.read(folder).schema()).isPresent();
        assertThat(PrismaProject.read(folder).urlVariable()).isEqualTo("SHOP_URL");
    }

    @Test
    void refuses_a_schema_that_is_not_where_the_project_says() throws IOException {
        write("package.json", "{\"prisma\": {\"schema\": \"db/missing.prisma\"}}");

        assertThatThrownBy(() -> PrismaProject.read(folder))
                .isInstanceOf(DbSyncException.class)
                .hasMessageContaining("db/missing.prisma")
                .hasMessageContaining("-Ddbsync.from=sqlite");
    }

    @Test
    void file_urls_are_relative_to_the_schema_until_prisma_6_and_to_the_config_from_7_on() throws IOException {
        write("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n  url = env(\"DATABASE_URL\")\n}\n");
        assertThat(PrismaProject.read(folder).urlFolder()).isEqualTo(folder.resolve("prisma"));

        write("prisma.config.ts", "export default {}");
        assertThat(PrismaProject.read(folder).urlFolder()).isEqualTo(folder.resolve("prisma"));

        write("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n");
        assertThat(PrismaProject.read(folder).urlFolder()).isEqualTo(folder);
    }

    @Test
    void agrees_with_prisma_about_its_grammar() throws IOException {
        for (String accepted :
                new String[] {"provider_comment", "provider_postgres", "crlf", "block_comment", "ds_name"}) {
            assertThat(schema(Files.readString(GRAMMAR.resolve(accepted + ".prisma")))
                            .provider())
                    .as(accepted)
                    .isEqualTo(Side.POSTGRESQL);
        }
        for (String refused :
                new String[] {"provider_array", "provider_env", "provider_single_quotes", "two_datasources", "bom"}) {
            String text = Files.readString(GRAMMAR.resolve(refused + ".prisma"));
            assertThatThrownBy(() -> schema(text)).as(refused).isInstanceOf(DbSyncException.class);
        }
    }

    private void refuses(String text, ProblemCode code, String where, String why) {
        assertThatThrownBy(() -> schema(text)).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().where()).endsWith("schema.prisma" + where);
            assertThat(refused.problem().text()).contains(why);
            assertThat(refused.problem().remedy())
                    .contains("provider = \"sqlite\"", "-Ddbsync.from=sqlite", "-Ddbsync.postgres=<URL>");
        });
    }

    private PrismaSchema schema(String text) throws IOException {
        write("schema.prisma", text);
        return PrismaProject.read(folder).schema().orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
