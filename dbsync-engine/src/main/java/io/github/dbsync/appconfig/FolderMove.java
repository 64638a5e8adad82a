package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Journal.Entry;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder moves within its parent, with all that is in it. */
final class FolderMove extends FileEdit {

    private final Path from;

    FolderMove(Path from, Path to) {
        super(to);
        this.from = from.toAbsolutePath().normalize();
    }

    @Override
    public String done() {
        return "moved: " + from + " to " + path();
    }

    @Override
    boolean creates() {
        return true;
    }

    @Override
    Entry entry() throws IOException {
        return Entry.moved(path(), from, requireNonNull(ContentDigest.of(from), from::toString));
    }

    @Override
    void stage() throws IOException {
        Path parent = DurableFiles.folderOf(from);
        if (!Files.isWritable(parent)) {
            throw new AccessDeniedException(parent.toString());
        }
    }

    @Override
    public String toString() {
        return "move " + from + " to " + path();
    }
}
