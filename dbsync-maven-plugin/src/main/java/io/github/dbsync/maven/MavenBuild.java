package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What a goal wants to know of the build that it runs in. */
final class MavenBuild {

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final RepositorySystem repositorySystem;
    private final Prompter prompter;
    private final SettingsDecrypter decrypter;

    @Inject
    MavenBuild(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            RepositorySystem repositorySystem,
            Prompter prompter,
            SettingsDecrypter decrypter) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.repositorySystem = repositorySystem;
        this.prompter = prompter;
        this.decrypter = decrypter;
    }

    /** Whether the goal was called from the command line, and not bound to a phase. */
    boolean isCalledByHand() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether this project is the one that Maven was called in, or the first of those that {@code -pl} names. */
    boolean isAtExecutionRoot() {
        return project.equals(session.getTopLevelProject());
    }

    /** Whether the command line or {@code .mvn/maven.config} gives a property, and not a POM. */
    boolean isOnCommandLine(String property) {
        return session.getUserProperties().containsKey(property);
    }

    /** The terminal, where somebody sits before it. */
    Optional<Console> terminal() {
        return Terminal.lookup(session);
    }

    /**
     * Asks whoever sits before the terminal.
     *
     * @param yes whether the parameter {@code dbsync.yes} agrees
     * @param confirm what the parameter {@code dbsync.confirm} says
     */
    Confirmation confirmation(Log log, boolean yes, @Nullable String confirm) {
        return new ConsoleConfirmation(
                log,
                Consent.of(yes, isOnCommandLine("dbsync.yes")),
                isOnCommandLine("dbsync.confirm") ? confirm : null,
                prompter());
    }

    /** Who asks questions, or null where nobody would answer. */
    @Nullable
    Prompter prompter() {
        return terminal().isPresent() ? prompter : null;
    }

    /**
     * How snapshots are kept.
     *
     * @param named the folder that a parameter names, or null
     */
    SnapshotOptions snapshots(@Nullable File named, boolean compressed, boolean beforeOverwriting, int keep) {
        SnapshotOptions usual = SnapshotOptions.of(folder());
        return new SnapshotOptions(
                named == null ? usual.folder() : named.toPath(), compressed, beforeOverwriting, keep);
    }

    /** The users and passwords in Maven's settings. */
    ServerCredentials serverCredentials() {
        return new ServerCredentials(session.getSettings(), decrypter);
    }

    /** The embedded servers of this build, of one release of PostgreSQL. */
    ProjectServers servers(String version, Log log) {
        BinariesResolver resolver = BinariesResolver.of(repositorySystem, session, project);
        EmbeddedPostgres own = EmbeddedPostgres.ofProject(folder());
        return new ProjectServers(SessionServers.of(session), resolver, version, own, told(), log);
    }

    /** The properties of the projects that learn where a server is. Called by hand, a goal runs once for all modules. */
    private List<Properties> told() {
        List<MavenProject> projects = isCalledByHand() ? session.getProjects() : List.of(project);
        return projects.stream().map(MavenProject::getProperties).toList();
    }

    /** The project's folder, or without a POM the one that Maven was called in. */
    Path folder() {
        File basedir = project.getBasedir();
        return hasPom() && basedir != null ? basedir.toPath() : Path.of(session.getExecutionRootDirectory());
    }

    /** The folder of the report, where no other is named. */
    Path reportFolder() {
        return hasPom() ? Path.of(project.getBuild().getDirectory(), "dbsync") : folder().resolve(".dbsync");
    }

    /** What the POM and its parents depend on, each as {@code groupId:artifactId}; null without a POM. */
    @Nullable
    Set<String> dependencies() {
        return hasPom()
                ? project.getDependencies().stream()
                        .map(dependency -> dependency.getGroupId() + ":" + dependency.getArtifactId())
                        .collect(Collectors.toSet())
                : null;
    }

    /** Whether there is a project, and not only a folder. */
    boolean hasPom() {
        return project.getFile() != null;
    }
}
