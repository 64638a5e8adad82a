package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one file: all its bytes before and after. A file that is not there before is created for its owner's eyes
 * only, for it may hold a secret. Immutable; never prints what is in the file.
 */
public final class FileEdit {

    private final Path path;
    private final byte @Nullable [] before;
    private final byte[] after;

    private FileEdit(Path path, byte @Nullable [] before, byte[] after) {
        this.path = requireNonNull(path, "path").toAbsolutePath().normalize();
        this.before = before;
        this.after = after;
    }

    /** The change of a file that is there. */
    public static FileEdit change(Path path, byte[] before, byte[] after) {
        return new FileEdit(path, before.clone(), after.clone());
    }

    /** The creation of a file that is not there. */
    public static FileEdit create(Path path, byte[] after) {
        return new FileEdit(path, null, after.clone());
    }

    /** The file itself, no link to it. */
    public Path path() {
        return path;
    }

    /** The bytes before, or empty where the file is created. */
    public Optional<byte[]> before() {
        return before == null ? Optional.empty() : Optional.of(before.clone());
    }

    public byte[] after() {
        return after.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileEdit edit
                && path.equals(edit.path)
                && Arrays.equals(before, edit.before)
                && Arrays.equals(after, edit.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, Arrays.hashCode(before), Arrays.hashCode(after));
    }

    @Override
    public String toString() {
        return (before == null ? "create " : "change ") + path;
    }
}
