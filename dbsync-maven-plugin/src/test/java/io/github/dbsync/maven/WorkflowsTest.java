package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workflows of the page on continuous integration are YAML, and ask for nothing that there is not. */
class WorkflowsTest {

    private static final Path PAGE = Path.of("../docs/continuous-integration.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern GOAL = Pattern.compile("dbsync-maven-plugin:(\\w+)(.*)");
    private static final Pattern PROPERTY = Pattern.compile("-D(dbsync[.\\w]+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(dbsync[.\\w]+)` \\| (?:`([^`]*)`)?");

    @Test
    void there_are_two() throws IOException {
        assertThat(workflows()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_is_yaml_with_triggers_few_rights_and_steps(String workflow) {
        Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(workflow);
        // "on" is a boolean to YAML 1.1, and a word to GitHub.
        assertThat(read.containsKey(true)).isTrue();
        assertThat(read.get("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(steps(read)).isNotEmpty().allMatch(step -> step.containsKey("uses") || step.containsKey("run"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void the_goals_and_properties_that_it_asks_for_are_there(String workflow) {
        List<MatchResult> calls = GOAL.matcher(workflow).results().toList();
        assertThat(calls)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(parameters(call.group(1)))
                        .containsKeys(PROPERTY.matcher(call.group(2))
                                .results()
                                .map(property -> property.group(1))
                                .toArray(String[]::new)));
    }

    @Test
    void the_properties_of_the_page_are_those_of_the_goal_with_their_defaults() throws IOException {
        Map<String, Descriptor.Parameter> known = parameters("check");
        List<MatchResult> rows = ROW.matcher(Files.readString(PAGE)).results().toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(known).containsKey(row.group(1));
            known.get(row.group(1))
                    .fixedDefault()
                    .ifPresent(value -> assertThat(row.group(2)).isEqualTo(value));
        });
    }

    static Stream<String> workflows() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1));
    }

    private static List<Map<?, ?>> steps(Map<?, ?> workflow) {
        Map<?, ?> jobs = (Map<?, ?>) workflow.get("jobs");
        return jobs.values().stream()
                .flatMap(job -> ((List<?>) ((Map<?, ?>) job).get("steps")).stream())
                .<Map<?, ?>>map(step -> (Map<?, ?>) step)
                .toList();
    }

    /** The parameters of a goal that have a property, by that. */
    private static Map<String, Descriptor.Parameter> parameters(String goal) {
        return Descriptor.goal(goal).parameters().stream()
                .filter(parameter -> parameter.property().isPresent())
                .collect(Collectors.toMap(parameter -> parameter.property().orElseThrow(), parameter -> parameter));
    }
}
