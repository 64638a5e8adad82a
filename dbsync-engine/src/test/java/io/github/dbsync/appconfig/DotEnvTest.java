package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DotEnvTest {

    @TempDir
    Path folder;

    /** A file with OLD in the place of the value, which alone an edit may change. */
    static Stream<String> files() {
        return Stream.of(
                "DATABASE_URL=OLD",
                "DATABASE_URL=OLD\n",
                "DATABASE_URL=\"OLD\"\n",
                "DATABASE_URL='OLD'\n",
                "DATABASE_URL=`OLD`\n",
                "  DATABASE_URL = OLD  # where it is\nB=2\n",
                "export DATABASE_URL=\"OLD\" # where it is\n",
                "A=1\r\nDATABASE_URL=\"OLD\"\r\nB=2\r\n",
                "# DATABASE_URL=\"file:./other.db\"\nDATABASE_URL=\"OLD\"\n",
                "#DATABASE_URL=OLD\n\n\nA='x'\nDATABASE_URL=OLD\nB=\"y\"",
                "KEY=\"-----BEGIN\nDATABASE_URL=no\n-----END\"\nDATABASE_URL=OLD\n",
                "A='it # is'\nB=\"a\\\"b\"\nDATABASE_URL=OLD#comment\n",
                "DATABASE_URL=file:./first.db\nDATABASE_URL=OLD\n",
                "CAFE=\"caf\u00e9 \u20ac\"\nDATABASE_URL=\"OLD\" # \u20ac\n",
                "\uFEFFDATABASE_URL=OLD\n",
                "no setting at all\nDATABASE_URL=OLD\n",
                "A=don't\nDATABASE_URL=OLD\n");
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_edit_changes_the_value_and_no_other_byte(String template) throws IOException {
        int last = template.lastIndexOf("OLD");
        String before = template.substring(0, last) + "file:./dev.db" + template.substring(last + 3);
        String after = template.substring(0, last) + "postgresql://ann@db/shop" + template.substring(last + 3);

        Setting setting = read(before).lookup("DATABASE_URL").orElseThrow();
        ContentEdit edit =
                setting.file().replace(Map.of(setting.span(), setting.quoting().write("postgresql://ann@db/shop")));

        assertThat(setting.written().reveal()).isEqualTo("file:./dev.db");
        assertThat(new String(edit.after(), StandardCharsets.UTF_8)).isEqualTo(after);
        assertThat(edit.before())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(before.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytes_that_are_no_text_refuse_the_value() throws IOException {
        Files.write(folder.resolve(".env"), "A=\u00e9\nDATABASE_URL=x\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> dotEnv().lookup("DATABASE_URL")).hasMessageContaining("Save it as UTF-8");
    }

    @Test
    void a_folder_may_be_called_like_an_env_file() throws IOException {
        Path file = Files.createDirectory(folder.resolve("shop.env")).resolve(".env");
        Files.writeString(file, "DATABASE_URL=file:./dev.db\n");

        DotEnv env = DotEnv.read(ConfigFile.readIfPresent(file).orElseThrow());

        assertThat(env.lookup("DATABASE_URL")).isPresent();
    }

    @Test
    void a_value_is_quoted_where_it_must_be() {
        assertThat(Quoting.NONE.write("file:./dev.db")).isEqualTo("file:./dev.db");
        assertThat(Quoting.NONE.write("file:./my dev.db")).isEqualTo("\"file:./my dev.db\"");
        assertThat(Quoting.NONE.write("file:./a#b.db")).isEqualTo("\"file:./a#b.db\"");
        assertThat(Quoting.SINGLE.write("file:./it's.db")).isEqualTo("\"file:./it's.db\"");
        assertThat(Quoting.DOUBLE.write("file:./a\"b.db")).isEqualTo("'file:./a\"b.db'");
        assertThat(Quoting.PRISMA.write("file:./a\"b\\c.db")).isEqualTo("\"file:./a\\\"b\\\\c.db\"");
        assertThat(Quoting.PRISMA.read("\"file:./a\\\"b\\\\c.db\"")).isEqualTo("file:./a\"b\\c.db");
    }

    static Stream<String[]> unbalanced() {
        return Stream.of(
                new String[] {"A=1\nDATABASE_URL=\"file:./hunter2.db\n", ":2"},
                new String[] {"A=1\nDATABASE_URL='file:./hunter2.db\nB=2\n", ":2"},
                new String[] {"A=\"1\nDATABASE_URL=\"file:./hunter2.db\"\n", ":1"},
                new String[] {"DATABASE_URL=\"file:./hunter2.db\" and more\n", ":1"},
                new String[] {"DATABASE_URL=\"file:./hunter2\".db\"\n", ":1"});
    }

    @ParameterizedTest
    @MethodSource("unbalanced")
    void names_the_line_of_an_unbalanced_quote_and_not_its_value(String text, String line) {
        assertThatThrownBy(() -> read(text).lookup("DATABASE_URL"))
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.ENV_FILE_MALFORMED);
                    assertThat(refused.problem().where()).endsWith(".env" + line);
                    assertThat(refused.problem().remedy()).contains("Close the quote");
                    assertThat(refused.problem().text()).doesNotContain("hunter2");
                });
    }

    @Test
    void refuses_a_value_that_readers_do_not_agree_about() {
        assertThatThrownBy(() -> read("DATABASE_URL='a' # 'b'\nX='\nDATABASE_URL=\"c\"\n'\n")
                        .lookup("DATABASE_URL"))
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.ENV_FILE_MALFORMED);
                    assertThat(refused.problem().where()).endsWith(".env:1 (DATABASE_URL)");
                    assertThat(refused.problem().remedy()).contains("DATABASE_URL=\"..\"");
                });
    }

    @Test
    void an_empty_value_is_none() throws IOException {
        assertThat(read("DATABASE_URL=\nB=2\n").lookup("DATABASE_URL")).isEmpty();
        assertThat(read("DATABASE_URL=\"\"\n").lookup("DATABASE_URL")).isEmpty();
        assertThat(read("DATABASE_URL= # later\n").lookup("DATABASE_URL")).isEmpty();
        assertThat(read("").lookup("DATABASE_URL")).isEmpty();
        assertThat(read("DATABASE_URL=").has("DATABASE_URL")).isTrue();
    }

    @Test
    void expands_references_as_prisma_does() {
        EnvExpansion expansion = EnvExpansion.of(Map.of("HOST", "db", "NESTED", "${HOST}.example", "LOOP", "${LOOP}"));

        assertThat(expansion.expand("postgresql://ann@${NESTED}/shop")).isEqualTo("postgresql://ann@db.example/shop");
        assertThat(expansion.expand("${PORT:-5433}")).isEqualTo("5433");
        assertThat(expansion.expand("p$ss${UNKNOWN}")).isEqualTo("p$ss${UNKNOWN}");
        assertThat(expansion.expand("${LOOP}")).isEqualTo("${LOOP}");
    }

    private DotEnv read(String text) throws IOException {
        Files.writeString(folder.resolve(".env"), text);
        return dotEnv();
    }

    private DotEnv dotEnv() {
        return DotEnv.read(ConfigFile.readIfPresent(folder.resolve(".env")).orElseThrow());
    }
}
