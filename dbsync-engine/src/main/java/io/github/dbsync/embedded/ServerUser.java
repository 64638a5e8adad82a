package io.github.dbsync.embedded;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who runs the server. PostgreSQL refuses to run as root, which is what most containers run as; then it gets a user
 * namespace of its own, where root is nobody, or where the container forbids that, another user.
 *
 * @param prefix the words before a command that make that user run it; none for the user of this process
 * @param another whether it is another user than that of this process, who may not see this user's home
 */
record ServerUser(List<String> prefix, boolean another) {

    private static final ServerUser THIS_ONE = new ServerUser(List.of(), false);
    private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "-U"), false);

    /** Finds a user that the server can run as and that can write to its folder, which exists. */
    static ServerUser lookup(EmbeddedPostgres where) {
        if (!isRoot()) {
            return THIS_ONE;
        }
        if (NAMESPACE.canWrite(where.folder())) {
            return NAMESPACE;
        }
        return Stream.of("postgres", "nobody")
                .flatMap(name -> lookupOther(name, where.folder()).stream())
                .findFirst()
                .orElseThrow(() -> noOtherUser(where));
    }

    /** A command of the server's user. */
    List<String> command(String... words) {
        return Command.words(prefix, words);
    }

    private static boolean isRoot() {
        return !Platform.isWindows()
                && Command.run(List.of("id", "-u")).output().equals("0");
    }

    private static Optional<ServerUser> lookupOther(String name, Path folder) {
        Command user = Command.run(List.of("id", "-u", name));
        Command group = Command.run(List.of("id", "-g", name));
        if (!user.succeeded() || !group.succeeded()) {
            return Optional.empty();
        }
        ServerUser other = new ServerUser(
                List.of("setpriv", "--reuid=" + user.output(), "--regid=" + group.output(), "--clear-groups"), true);
        String owner = user.output() + ":" + group.output();
        boolean usable = Command.succeeds(List.of("chown", "-R", owner, folder.toString())) && other.canWrite(folder);
        return usable ? Optional.of(other) : Optional.empty();
    }

    private boolean canWrite(Path folder) {
        return Command.succeeds(command("test", "-w", folder.toString()));
    }

    private static DbSyncException noOtherUser(EmbeddedPostgres where) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.EMBEDDED_NO_OTHER_USER,
                "PostgreSQL refuses to run as root, and no other user can run it here.",
                where.describe(),
                "unshare -U is not allowed, and the users postgres and nobody are missing or cannot reach the folder",
                "Run Maven as another user (docker run --user 1000), open the folders above to everybody (chmod a+x), or"
                        + " name a server of your own with -Ddbsync.postgres=<URL>."));
    }
}
