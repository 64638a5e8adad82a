package io.github.dbsync.tag;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.git.GitTags;
import io.github.dbsync.git.GitWorkTree;
import io.github.dbsync.report.LastSync;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tags the commit that is checked out with what the last sync proved, where that commit is what was synced. */
public final class Tagger {

    private static final int CHANGES_NAMED = 5;

    private final TagRequest request;
    private final GitWorkTree tree;
    private final GitTags tags;

    private Tagger(TagRequest request, GitWorkTree tree) {
        this.request = request;
        this.tree = tree;
        this.tags = tree.tags();
    }

    /**
     * Makes the tag, and pushes it where that is asked for. A tag that is there already on the same commit and says the same
     * is left as it is.
     *
     * @param ends the project's ends, whose application may have a schema file
     * @param lastSync what is known of the project's last sync
     * @throws DbSyncException where something stands against it; there is no new tag then, here or at the remote
     */
    public static TagReport tag(TagRequest request, Ends ends, Optional<LastSync> lastSync) {
        Path folder = request.ends().folder();
        GitWorkTree tree = GitWorkTree.around(folder).orElseThrow(() -> new DbSyncException(noGit(folder)));
        return new Tagger(request, tree).tag(ends.application().schemaFile(), verified(lastSync));
    }

    private TagReport tag(Optional<Path> schemaFile, LastSync sync) {
        String commit = tree.commit().orElseThrow(() -> new DbSyncException(noCommit()));
        refuseBadName();
        refuseChanges();
        schemaFile.ifPresent(this::refuseUncommitted);
        String message = new TagMessage(sync).text();
        boolean made = !isThere(commit, message);
        if (made) {
            refuseTaken();
            tags.create(request.name(), message, request.signed());
        }
        push(made);
        return new TagReport(request.name(), commit, message, request.remote(), made);
    }

    /** A tag that does not reach its remote is taken back, so that the goal can be run again. */
    private void push(boolean made) {
        String remote = request.remote();
        if (remote == null) {
            return;
        }
        try {
            tags.push(request.name(), remote);
        } catch (DbSyncException refused) {
            if (made) {
                tags.delete(request.name());
            }
            throw refused;
        }
    }

    private boolean isThere(String commit, String message) {
        return tags.commit(request.name()).equals(Optional.of(commit))
                && tags.message(request.name()).flatMap(TagMessage::read).equals(TagMessage.read(message));
    }

    private void refuseTaken() {
        tags.commit(request.name()).ifPresent(commit -> {
            throw new DbSyncException(taken("here, on commit " + commit));
        });
        String remote = request.remote();
        if (remote != null && tags.isAt(remote, request.name())) {
            throw new DbSyncException(taken("at the remote " + remote));
        }
    }

    private void refuseBadName() {
        if (!tags.isName(request.name())) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.TAG_NAME_INVALID,
                    "git does not take \"" + request.name() + "\" as the name of a tag.",
                    "parameter dbsync.tag",
                    "A name is not empty and has no blanks, no two dots in a row, and none of ~^:?*[\\; without a POM there is no"
                            + " version to make one of.",
                    "Name it with -Ddbsync.tag=<name>"));
        }
    }

    private void refuseChanges() {
        List<String> changes = tree.changes();
        if (!changes.isEmpty()) {
            List<String> named = changes.subList(0, Math.min(CHANGES_NAMED, changes.size()));
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.WORK_TREE_NOT_CLEAN,
                    "The work tree is not what is committed, so that a tag would not name what was synced.",
                    String.join(", ", named) + (changes.size() > CHANGES_NAMED ? " and more" : ""),
                    "git status lists " + changes.size() + " of them in all.",
                    "Commit them, or add them to .gitignore; git stash --include-untracked puts them aside"));
        }
    }

    private void refuseUncommitted(Path schemaFile) {
        if (!tree.tracks(schemaFile)) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.SCHEMA_NOT_COMMITTED,
                    "The schema is not under version control.",
                    schemaFile.toString(),
                    "The tag would not say which schema the data fits; git ignores the file, or it was never added.",
                    "git add --force " + schemaFile + " and commit it"));
        }
    }

    private static LastSync verified(Optional<LastSync> lastSync) {
        return lastSync.filter(sync -> sync.verify().equals("digest"))
                .orElseThrow(() -> new DbSyncException(Problem.refusal(
                        ProblemCode.SYNC_NOT_VERIFIED,
                        "There is no verified sync to record.",
                        ".dbsync/last-sync.json",
                        lastSync.map(sync -> "The last sync was verified by " + sync.verify() + " only.")
                                .orElse("No sync of this project is known here."),
                        "Run the goal sync with -Ddbsync.verify=digest, which is the default, and then tag")));
    }

    private Problem taken(String where) {
        return Problem.refusal(
                ProblemCode.TAG_TAKEN,
                "The tag " + request.name() + " is there already.",
                where,
                "It is on another commit or records another sync, and dbsync never moves a tag.",
                "Give another name with -Ddbsync.tag=<name>, or delete it: git tag --delete " + request.name());
    }

    private static Problem noGit(Path folder) {
        return Problem.refusal(
                ProblemCode.GIT_UNAVAILABLE,
                "There is no git repository to tag.",
                folder.toString(),
                "The folder is in no work tree of git, or git is not installed on this machine.",
                "Run git init there, or install git so that the command git is found");
    }

    private Problem noCommit() {
        return Problem.refusal(
                ProblemCode.GIT_UNAVAILABLE,
                "There is no commit to tag.",
                request.ends().folder().toString(),
                "Nothing was committed in this repository yet.",
                "git add and git commit the project first");
    }
}
