package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.maven.Descriptor.Goal;
import io.github.dbsync.maven.Descriptor.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of goals and parameters is what the plugin's descriptor says. */
class GoalsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/goals.md");

    /** The system property that writes the document anew. */
    private static final String WRITE = "dbsync.docs.write";

    private static final String HEAD = """
            # Goals and parameters

            Everything that the goals take, made from what Maven is told of them; the same is printed by

                mvn dbsync:help -Ddetail -Dgoal=sync

            A parameter is given in one of these places. The first that gives it counts:

            1. `<configuration>` in the POM, by the name in the column "in a POM". It cannot be overruled, not by `-D` either.
            2. `-D<property>=<value>` on the command line, or in `.mvn/maven.config`.
            3. `<properties>` in the POM or in a profile of `settings.xml`, by the name of the property.
            4. What [the application's own files](finding-the-ends.md) say, and last the default.

            So what somebody may want to change belongs into `<properties>`:

            ```xml
            <properties>
              <dbsync.sqlite>data/shop.db</dbsync.sqlite>
            </properties>
            ```

            Consent to destroy is taken from the command line only: `dbsync.yes`, `dbsync.confirm` and `dbsync.discard` say where else
            they count, if anywhere.
            """;

    @Test
    void the_document_is_what_the_descriptor_says() throws IOException {
        String made = document(Descriptor.goals());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, made);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/goals.md is stale; mvn -Pfast -pl dbsync-maven-plugin -am test -Dtest=GoalsDocumentTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true writes it anew")
                .isEqualTo(made);
    }

    private static String document(List<Goal> goals) {
        List<Parameter> shared = shared(goals);
        return HEAD + "\n## Every goal\n\n" + table(shared)
                + goals.stream().map(goal -> section(goal, shared)).collect(Collectors.joining());
    }

    private static List<Parameter> shared(List<Goal> goals) {
        return goals.get(0).parameters().stream()
                .filter(parameter ->
                        goals.stream().allMatch(goal -> goal.parameters().contains(parameter)))
                .toList();
    }

    private static String section(Goal goal, List<Parameter> shared) {
        List<Parameter> own = goal.parameters().stream()
                .filter(parameter -> !shared.contains(parameter))
                .toList();
        String phase = goal.phase()
                .map(name -> "Bound to a phase, it belongs to `" + name + "`.")
                .orElse("It has no phase of its own.");
        return "\n## " + goal.name() + "\n\n" + marked(goal.description()) + "\n\n" + phase + "\n"
                + (own.isEmpty() ? "" : "\n" + table(own));
    }

    private static String table(List<Parameter> parameters) {
        return "| property | in a POM | default | says |\n|---|---|---|---|\n"
                + parameters.stream().map(GoalsDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Parameter parameter) {
        String property = parameter.property().map(name -> "`" + name + "`").orElse("none");
        String value = parameter.fixedDefault().map(text -> "`" + text + "`").orElse("");
        return "| " + property + " | `<" + parameter.name() + ">` | " + value + " | " + marked(parameter.description())
                + " |\n";
    }

    /** A description is plain text; what stands for something in angle brackets would be taken for HTML. */
    private static String marked(String description) {
        return description.replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*");
    }
}
