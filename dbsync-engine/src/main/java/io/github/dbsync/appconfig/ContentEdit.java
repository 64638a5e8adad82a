package io.github.dbsync.appconfig;

import io.github.dbsync.appconfig.Journal.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** A file gets another content, or is created: all its bytes before and after. */
final class ContentEdit extends FileEdit {

    private final byte @Nullable [] before;
    private final byte[] after;

    ContentEdit(Path path, byte @Nullable [] before, byte[] after) {
        super(path);
        this.before = before;
        this.after = after;
    }

    /** The bytes before, or empty where the file is created. */
    Optional<byte[]> before() {
        return before == null ? Optional.empty() : Optional.of(before.clone());
    }

    byte[] after() {
        return after.clone();
    }

    @Override
    public String done() {
        return "changed: " + path();
    }

    @Override
    boolean creates() {
        return before == null;
    }

    @Override
    Entry entry() {
        return Entry.made(
                path(),
                DurableFiles.beside(path()),
                before == null ? null : DigestUtils.sha256Hex(before),
                DigestUtils.sha256Hex(after));
    }

    @Override
    void stage() throws IOException {
        Path staged = DurableFiles.beside(path());
        DurableFiles.createFolder(DurableFiles.folderOf(staged));
        DurableFiles.write(staged, after);
        if (before != null) {
            DurableFiles.likeThatOf(path(), staged);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentEdit edit
                && path().equals(edit.path())
                && Arrays.equals(before, edit.before)
                && Arrays.equals(after, edit.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path(), Arrays.hashCode(before), Arrays.hashCode(after));
    }

    @Override
    public String toString() {
        return (creates() ? "create " : "change ") + path();
    }
}
