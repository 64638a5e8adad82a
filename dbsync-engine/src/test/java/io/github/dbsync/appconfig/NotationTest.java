package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

/** What is written into a file is what the file's own reader reads there, be the value as awkward as may be. */
class NotationTest {

    private static final List<String> VALUES = List.of(
            "jdbc:sqlite:shop.db",
            "jdbc:postgresql://db:5432/shop?user=ann&password=p%40ss",
            "${DB_URL:jdbc:sqlite:${HOME}/shop.db}",
            "",
            " ",
            " a ",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "!a",
            "- a",
            "a,b",
            "{a}",
            "[a]",
            "*a",
            "&a",
            "@a",
            "%a",
            "true",
            "No",
            "null",
            "~",
            "1_000",
            "0x1F",
            "1e3",
            "12:30:45",
            "2001-01-01",
            "=",
            "<<",
            "it's",
            "say \"hi\"",
            "C:\\data\\new.db",
            "a\tb",
            "a\nb",
            "a=b",
            "a<b>&amp;'\"",
            "caf\u00e9",
            "\u043a\u043b\u044e\u0447.db",
            "\ud83d\udc18");

    @TempDir
    Path folder;

    static Stream<String> values() {
        return VALUES.stream();
    }

    @ParameterizedTest
    @MethodSource("values")
    void properties(String value) throws IOException {
        for (boolean escaping : List.of(true, false)) {
            Properties read = new Properties();
            read.load(new StringReader("key = " + new PropertiesNotation(escaping).write(value) + "\nother=1"));

            assertThat(read).isEqualTo(Map.of("key", value, "other", "1"));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void yaml(String value) {
        for (YamlNotation notation : YamlNotation.values()) {
            String written = notation.write(value);
            String block = "key: " + written + " # comment\nother: x\n";
            String flow = "{key: " + written + " , other: x}";

            assertThat(readYaml(block)).isEqualTo(Map.of("key", value, "other", "x"));
            if (notation != YamlNotation.PLAIN) {
                assertThat(readYaml(flow)).isEqualTo(Map.of("key", value, "other", "x"));
            }
        }
    }

    private static Map<String, Object> readYaml(String text) {
        return new Yaml().load(text);
    }

    @ParameterizedTest
    @MethodSource("values")
    void xml(String value) throws Exception {
        for (char quote : List.of('"', '\'')) {
            String written = "<e key=" + quote + new XmlNotation(quote).write(value) + quote + "/>";
            Element read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(written)))
                    .getDocumentElement();

            assertThat(read.getAttribute("key")).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1\nb:2\nc 3\nd\n",
                "  a  =  1 \r\n\tb\t:\t2\r\n",
                "a = b = c\na:=b\na =:b\n",
                "a\\ b\\:c\\=d = x\\\\y\\tz\\u0041\n",
                "# a=1\n! b=2\n   # c=3\nd=#4 !5\n",
                "a = one \\\n    two \\\r\n\t three\nb=1",
                "a\\\n  b = 1\nc = \\\n\n d=2\n",
                "a = ends\\\\\nb = 2\n",
                "=empty\n:e2\n",
                "a=1\rb=2\r\rc=3",
                "\n\n  \n a=1\n",
                "a=\u00e9\\\u00e9\n",
                "a=1\na=2\n",
                "a=1\\",
            })
    void settings_are_found_as_java_reads_them(String text) throws IOException {
        Path file = folder.resolve("a.properties");
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        Map<String, String> read = new TreeMap<>();

        PropertiesFile.read(ConfigFile.readIfPresent(file).orElseThrow())
                .get(0)
                .all()
                .forEach(setting -> read.put(setting.key(), setting.written().reveal()));

        Properties expected = new Properties();
        expected.load(new StringReader(text));
        assertThat(read).isEqualTo(new TreeMap<>(expected));
    }
}
