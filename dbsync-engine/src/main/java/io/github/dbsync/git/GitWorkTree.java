package io.github.dbsync.git;

import io.github.dbsync.feedback.Interruption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The work tree that a folder is in. Nothing of it is changed here. */
public final class GitWorkTree {

    private final Path folder;

    private GitWorkTree(Path folder) {
        this.folder = folder;
    }

    /** The work tree around a folder; nothing where there is none, or no git on this machine. */
    public static Optional<GitWorkTree> around(Path folder) {
        GitWorkTree tree = new GitWorkTree(folder);
        try {
            return tree.run("rev-parse", "--is-inside-work-tree") == 0 ? Optional.of(tree) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    /** Whether git passes a file over, by whatever ignore file; one that is tracked already is not ignored. */
    public boolean ignores(Path file) {
        return answers("check-ignore", "--quiet", "--", file.toString());
    }

    /** Whether a file is under version control. */
    public boolean tracks(Path file) {
        return answers("ls-files", "--error-unmatch", "--", file.toString());
    }

    private boolean answers(String... command) {
        try {
            return run(command) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(List.of(command));
        Process git = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return git.waitFor();
        } catch (InterruptedException interrupted) {
            git.destroy();
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        }
    }
}
