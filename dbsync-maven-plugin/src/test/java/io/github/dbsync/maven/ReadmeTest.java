package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of parameters is that of the goal, as Maven has it. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(dbsync[.\\w]+)` \\| (.*?) \\|");
    private static final Pattern WITHOUT =
            Pattern.compile("(?s)The goal `plan` takes the\\s+same properties, without (.*?);");
    private static final Pattern PROPERTY = Pattern.compile("`(dbsync[.\\w]+)`");

    @Test
    void every_property_of_the_goal_is_in_the_table_and_no_other() throws IOException {
        assertThat(documented()).containsOnlyKeys(defaults("sync").keySet());
    }

    @Test
    void every_fixed_default_is_in_the_table() throws IOException {
        Map<String, String> fixed = defaults("sync");
        fixed.values().removeIf(String::isEmpty);

        assertThat(documented()).containsAllEntriesOf(fixed);
    }

    @Test
    void the_goal_plan_takes_the_properties_that_are_not_excepted() throws IOException {
        Set<String> expected = new LinkedHashSet<>(documented().keySet());
        assertThat(expected.removeAll(excepted())).isTrue();

        assertThat(defaults("plan")).containsOnlyKeys(expected);
    }

    private static List<String> excepted() throws IOException {
        Matcher sentence = WITHOUT.matcher(Files.readString(README));
        assertThat(sentence.find()).as("the sentence on the goal plan").isTrue();
        return PROPERTY.matcher(sentence.group(1))
                .results()
                .map(property -> property.group(1))
                .toList();
    }

    /** What the table says of each property's default. */
    private static Map<String, String> documented() throws IOException {
        Map<String, String> documented = new LinkedHashMap<>();
        ROW.matcher(Files.readString(README)).results().forEach(row -> documented.put(row.group(1), row.group(2)));
        return documented;
    }

    /** Each property of dbsync's own with its default as the table would write it, empty where the goal itself finds one. */
    private static Map<String, String> defaults(String goal) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (Descriptor.Parameter parameter : Descriptor.goal(goal).parameters()) {
            String written =
                    parameter.fixedDefault().map(value -> "`" + value + "`").orElse("");
            parameter
                    .property()
                    .filter(property -> property.startsWith("dbsync"))
                    .ifPresent(property -> defaults.put(property, written));
        }
        return defaults;
    }
}
