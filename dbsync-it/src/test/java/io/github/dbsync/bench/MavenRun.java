package io.github.dbsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven, as a user calls it.
 *
 * @param home its installation
 * @param settings which find the plugin of this build
 * @param repository the local repository that it is in
 * @param version the plugin's
 */
record MavenRun(Path home, Path settings, Path repository, String version) {

    /**
     * Maven with the plugin of this build.
     *
     * @param outer the repository that everything else comes from
     */
    static MavenRun of(Path folder, Path home, Path repository, Path outer, String version) throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>outer-build</id>
                      <url>%s</url>
                      <mirrorOf>*</mirrorOf>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(outer.toUri()));
        return new MavenRun(home, settings, repository, version);
    }

    /** A goal of dbsync in a folder without a POM, with little memory, which asks nothing and keeps no snapshot. */
    Command goal(Path folder, String goal, String... parameters) {
        List<String> line = new ArrayList<>(List.of(
                home.resolve("bin/mvn").toString(),
                "--batch-mode",
                "--quiet",
                "--settings",
                settings.toString(),
                "-Dmaven.repo.local=" + repository,
                "io.github.dbsync:dbsync-maven-plugin:" + version + ":" + goal,
                "-Ddbsync.yes=true",
                "-Ddbsync.snapshot=false",
                "-Ddbsync.switch=false"));
        line.addAll(List.of(parameters));
        return new Command(folder, line, Map.of("MAVEN_OPTS", "-Xmx256m"));
    }
}
