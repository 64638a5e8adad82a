package io.github.dbsync.git;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Optional;

/** The annotated tags of a repository. */
public final class GitTags {

    private final GitCommand git;

    GitTags(GitCommand git) {
        this.git = git;
    }

    /** Whether git takes a text as a tag's name (git docs, "git-check-ref-format"). */
    public boolean isName(String name) {
        return !name.startsWith("-")
                && git.run("check-ref-format", reference(name)).succeeded();
    }

    /** The message of a tag, as it was given; nothing where there is no such tag. */
    public Optional<String> message(String name) {
        GitCommand.Result found = git.run("for-each-ref", "--format=%(contents)", reference(name));
        return Optional.of(found.output()).filter(message -> !message.isBlank());
    }

    /** The commit that a tag is on, in full; nothing where there is no such tag. */
    public Optional<String> commit(String name) {
        return Optional.of(git.run("rev-parse", "--verify", "--quiet", reference(name) + "^{commit}"))
                .filter(GitCommand.Result::succeeded)
                .map(result -> result.output().strip());
    }

    /**
     * Whether a remote has a tag of this name.
     *
     * @throws DbSyncException with {@code GIT_FAILED} where the remote does not answer
     */
    public boolean isAt(String remote, String name) {
        return !run("ls-remote", "--tags", "--", remote, reference(name))
                .output()
                .isEmpty();
    }

    /**
     * Makes an annotated tag on the commit that is checked out.
     *
     * @param message kept as it is
     * @param signed whether it is signed with the user's key, as git is configured for it
     * @throws DbSyncException with {@code GIT_FAILED} where git refuses, for example without a user or a key
     */
    public void create(String name, String message, boolean signed) {
        String kind = signed ? "--sign" : "--annotate";
        check(git.run(message, List.of("tag", kind, "--cleanup=verbatim", "--file=-", "--", name)), "tag");
    }

    /** @throws DbSyncException with {@code GIT_FAILED} where the remote refuses; it has no tag then */
    public void push(String name, String remote) {
        run("push", "--quiet", "--", remote, reference(name));
    }

    public void delete(String name) {
        run("tag", "--delete", "--", name);
    }

    private GitCommand.Result run(String... command) {
        return check(git.run(command), command[0]);
    }

    private static GitCommand.Result check(GitCommand.Result result, String command) {
        if (!result.succeeded()) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.GIT_FAILED,
                    "git " + command + " failed.",
                    "",
                    result.error().isEmpty() ? "It says nothing of the reason." : result.error(),
                    "Do what git asks for, and try git " + command + " by hand; no tag was left behind"));
        }
        return result;
    }

    private static String reference(String name) {
        return "refs/tags/" + name;
    }
}
