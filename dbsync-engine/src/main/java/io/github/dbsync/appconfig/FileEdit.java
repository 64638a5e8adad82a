package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Journal.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A change of one place in the project's files: a file gets another content, or a folder is made or moved. Whatever it is,
 * something is made ready beside the place first, and then takes it by a rename. Immutable; never prints what is in a file.
 */
public abstract sealed class FileEdit permits ContentEdit, NewFolder, FolderMove {

    private final Path path;

    FileEdit(Path path) {
        this.path = requireNonNull(path, "path").toAbsolutePath().normalize();
    }

    /** The change of a file that is there. */
    public static FileEdit change(Path path, byte[] before, byte[] after) {
        return new ContentEdit(path, before.clone(), after.clone());
    }

    /** The creation of a file that is not there, for its owner's eyes only, for it may hold a secret. */
    public static FileEdit create(Path path, byte[] after) {
        return new ContentEdit(path, null, after.clone());
    }

    /**
     * The creation of a folder with its files, where none is or where an earlier edit moves one away.
     *
     * @param files the contents of its files by their names, with {@code /} between folders
     * @param like a folder whose permissions the new one takes over
     */
    static FileEdit createFolder(Path path, Map<String, byte[]> files, Path like) {
        return new NewFolder(path, files, like);
    }

    /** The move of a folder with all that is in it to a place where none is, or where an earlier edit moves one away. */
    static FileEdit move(Path from, Path to) {
        return new FolderMove(from, to);
    }

    /** The place that is another afterwards; of a file the file itself, no link to it. */
    public Path path() {
        return path;
    }

    /** What was done, for people. */
    public abstract String done();

    /** Whether nothing of the user's was at the place. */
    abstract boolean creates();

    /** What the journal says of it. */
    abstract Entry entry() throws IOException;

    /** Makes ready what is to take the place. */
    abstract void stage() throws IOException;
}
