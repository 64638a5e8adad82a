package io.github.dbsync.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfigurationException;

/** The goals of this plugin as Maven reads them: the descriptor that the build made. */
final class Descriptor {

    private static final Path FILE = Path.of("target/classes/META-INF/maven/plugin.xml");

    private Descriptor() {}

    /** All goals but {@code help}, which plugin-tools wrote, in the order of their names. */
    static List<Goal> goals() {
        try (Reader descriptor = Files.newBufferedReader(FILE)) {
            return new PluginDescriptorBuilder()
                    .build(descriptor).getMojos().stream()
                            .filter(mojo -> !mojo.getGoal().equals("help"))
                            .map(Goal::of)
                            .sorted(Comparator.comparing(Goal::name))
                            .toList();
        } catch (IOException | PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Goal goal(String name) {
        return goals().stream()
                .filter(goal -> goal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> goalNames() {
        return goals().stream().map(Goal::name).toList();
    }

    /**
     * A goal.
     *
     * @param phase the phase that it is bound to by default
     */
    record Goal(
            String name,
            String description,
            Optional<String> phase,
            boolean threadSafe,
            boolean pomRequired,
            List<Parameter> parameters) {

        private static Goal of(MojoDescriptor mojo) {
            return new Goal(
                    mojo.getGoal(),
                    mojo.getDescription(),
                    Optional.ofNullable(mojo.getPhase()),
                    mojo.isThreadSafe(),
                    mojo.isProjectRequired(),
                    mojo.getParameters().stream()
                            .map(parameter -> Parameter.of(parameter, mojo.getMojoConfiguration()))
                            .toList());
        }
    }

    /**
     * A parameter of a goal.
     *
     * @param name what it is called in a POM's {@code <configuration>}
     * @param property what it is called on the command line, where it can be given there
     * @param fixedDefault its value where it is not given, unless the goal itself finds one
     */
    record Parameter(
            String name, Optional<String> property, Optional<String> fixedDefault, String description, String since) {

        private static Parameter of(
                org.apache.maven.plugin.descriptor.Parameter parameter, PlexusConfiguration configuration) {
            PlexusConfiguration value = configuration.getChild(parameter.getName());
            return new Parameter(
                    parameter.getAlias() == null ? parameter.getName() : parameter.getAlias(),
                    Optional.ofNullable(value.getValue(null)).map(Parameter::property),
                    Optional.ofNullable(value.getAttribute("default-value", null)),
                    String.valueOf(parameter.getDescription()),
                    String.valueOf(parameter.getSince()));
        }

        private static String property(String expression) {
            return expression.replaceFirst("^\\$\\{(.*)}$", "$1");
        }
    }
}
