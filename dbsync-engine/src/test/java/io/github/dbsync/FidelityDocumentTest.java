package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What {@code docs/fidelity.md} says of each trap is shown by a test that exists, and no trap is forgotten. */
class FidelityDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/fidelity.md");
    private static final Pattern SECTION =
            Pattern.compile("(?ms)^## (?:SQLite -> PostgreSQL|PostgreSQL -> SQLite)$(.*?)(?=^## |\\z)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!trap \\|)(.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`([\\w.]+)#(\\w+)`");

    /** A line of a table of traps, cell by cell. */
    private record Line(List<String> cells) {

        String trap() {
            return cells.get(0);
        }

        String outcome() {
            return cells.get(1);
        }

        List<TestName> tests() {
            return TEST.matcher(cells.get(2))
                    .results()
                    .map(test -> new TestName(test.group(1), test.group(2)))
                    .toList();
        }
    }

    /** A test as the document names it: the class without the project's own package. */
    private record TestName(String type, String method) {

        boolean exists() {
            try {
                Class<?> found = Class.forName(
                        "io.github.dbsync." + type, false, getClass().getClassLoader());
                return Arrays.stream(found.getDeclaredMethods())
                        .filter(candidate -> candidate.getName().equals(method))
                        .anyMatch(TestName::isTest);
            } catch (ClassNotFoundException gone) {
                return false;
            }
        }

        private static boolean isTest(Method method) {
            return method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class)
                    || method.isAnnotationPresent(TestFactory.class);
        }
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        assertThat(lines(DOCUMENT).flatMap(line -> line.tests().stream()))
                .isNotEmpty()
                .allMatch(TestName::exists);
    }

    @Test
    void every_line_names_a_test_or_says_that_it_is_not_yet_so() throws IOException {
        assertThat(lines(DOCUMENT)).allSatisfy(line -> {
            assertThat(line.cells()).hasSize(3);
            assertThat(!line.tests().isEmpty() || line.outcome().contains("not yet:"))
                    .as(line.trap())
                    .isTrue();
        });
    }

    @Test
    void every_trap_has_a_line() throws IOException {
        List<String> known = lines(Judges.shared("fidelity.md")).map(Line::trap).toList();

        assertThat(lines(DOCUMENT).map(Line::trap)).containsExactlyElementsOf(known);
    }

    private static Stream<Line> lines(Path document) throws IOException {
        return SECTION.matcher(Files.readString(document))
                .results()
                .flatMap(section -> ROW.matcher(section.group(1)).results())
                .map(row -> new Line(List.of(row.group(1).split(" \\| ", -1))));
    }
}
