package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.maven.Descriptor.Goal;
import io.github.dbsync.maven.Descriptor.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Maven, its users and IDEs are told of the goals. */
class DescriptorTest {

    private static final Path M2E = Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml");
    private static final Path SKIPPED = Path.of("../dbsync-it/src/it/skip-wins/invoker.properties");

    /** Those of Surefire and Failsafe. */
    private static final Set<String> OF_OTHERS = Set.of("skipITs", "skipTests", "maven.test.skip");

    @Test
    void every_goal_may_run_beside_others() {
        assertThat(Descriptor.goals()).isNotEmpty().allMatch(Goal::threadSafe);
    }

    /** Which is also why Maven runs a goal that is called by hand once, and not in every module. */
    @Test
    void no_goal_needs_a_pom() {
        assertThat(Descriptor.goals()).noneMatch(Goal::pomRequired);
    }

    @Test
    void every_parameter_is_a_property_of_dbsync_or_says_that_it_is_none() {
        assertThat(parameters()).isNotEmpty().allMatch(DescriptorTest::isProperty);
    }

    @Test
    void every_parameter_says_what_it_does_and_since_when() {
        assertThat(parameters()).allSatisfy(parameter -> {
            assertThat(parameter.description()).isNotBlank().endsWith(".");
            assertThat(parameter.since()).matches("\\d+\\.\\d+\\.\\d+");
        });
    }

    @Test
    void eclipse_knows_every_goal() throws IOException {
        assertThat(found("<goal>(\\w+)</goal>", M2E)).containsExactlyElementsOf(Descriptor.goalNames());
    }

    @Test
    void the_scenario_of_skipping_has_every_goal() throws IOException {
        assertThat(found(":dbsync-maven-plugin:\\S+:(\\w+)", SKIPPED))
                .containsExactlyInAnyOrderElementsOf(Descriptor.goalNames());
    }

    private static Stream<Parameter> parameters() {
        return Descriptor.goals().stream().flatMap(goal -> goal.parameters().stream());
    }

    private static boolean isProperty(Parameter parameter) {
        return parameter
                .property()
                .map(property -> property.startsWith("dbsync.") || OF_OTHERS.contains(property))
                .orElseGet(() -> parameter.description().contains("In the POM only."));
    }

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
