package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.Test;

/** What Maven and IDEs are told of the goals. */
class DescriptorTest {

    private static final Path M2E = Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml");
    private static final Path SKIPPED = Path.of("../dbsync-it/src/it/skip-wins/invoker.properties");

    @Test
    void every_goal_may_run_beside_others() {
        assertThat(Descriptor.goals()).isNotEmpty().allMatch(MojoDescriptor::isThreadSafe);
    }

    @Test
    void no_goal_needs_a_pom() {
        assertThat(Descriptor.goals()).noneMatch(MojoDescriptor::isProjectRequired);
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

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
