package io.github.dbsync.git;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The work tree that a folder is in. Nothing of its files is changed here. */
public final class GitWorkTree {

    private final GitCommand git;

    private GitWorkTree(GitCommand git) {
        this.git = git;
    }

    /** The work tree around a folder; nothing where there is none, or no git on this machine. */
    public static Optional<GitWorkTree> around(Path folder) {
        GitCommand git = new GitCommand(folder);
        try {
            return git.run("rev-parse", "--is-inside-work-tree").succeeded()
                    ? Optional.of(new GitWorkTree(git))
                    : Optional.empty();
        } catch (UncheckedIOException noGit) {
            return Optional.empty();
        }
    }

    /** Whether git passes a file over, by whatever ignore file; one that is tracked already is not ignored. */
    public boolean ignores(Path file) {
        return git.run("check-ignore", "--quiet", "--", file.toString()).succeeded();
    }

    /** Whether a file is under version control. */
    public boolean tracks(Path file) {
        return git.run("ls-files", "--error-unmatch", "--", file.toString()).succeeded();
    }

    /** The files of the whole work tree that are not as they were committed, new ones too, in order; ignored ones are not named. */
    public List<String> changes() {
        return git.run("status", "--porcelain", "--untracked-files=normal")
                .output()
                .lines()
                .map(line -> line.substring("XY ".length()))
                .toList();
    }

    /** The commit that is checked out, in full; nothing where nothing was committed yet. */
    public Optional<String> commit() {
        return Optional.of(git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}"))
                .filter(GitCommand.Result::succeeded)
                .map(result -> result.output().strip());
    }

    public GitTags tags() {
        return new GitTags(git);
    }
}
