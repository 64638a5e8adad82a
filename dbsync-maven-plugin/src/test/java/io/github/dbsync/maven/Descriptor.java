package io.github.dbsync.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;

/** The goals of this plugin as Maven reads them: the descriptor that the build made. */
final class Descriptor {

    private static final Path FILE = Path.of("target/classes/META-INF/maven/plugin.xml");

    private Descriptor() {}

    /** All goals but {@code help}, which plugin-tools wrote, by name. */
    static List<MojoDescriptor> goals() {
        try (Reader descriptor = Files.newBufferedReader(FILE)) {
            return new PluginDescriptorBuilder()
                    .build(descriptor).getMojos().stream()
                            .filter(goal -> !goal.getGoal().equals("help"))
                            .toList();
        } catch (IOException | PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> goalNames() {
        return goals().stream().map(MojoDescriptor::getGoal).sorted().toList();
    }
}
