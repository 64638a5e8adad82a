package io.github.dbsync.appconfig;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a set of edits is about, kept in {@code .dbsync/switch.json} while they are made. It holds digests, no contents.
 *
 * @param stage how far they are
 * @param entries one for each file or folder, in the order in which they are made
 */
record Journal(Stage stage, List<Entry> entries) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Journal {
        entries = List.copyOf(entries);
    }

    /** How far the edits are. */
    enum Stage {
        /** The new contents are being written beside the files; nothing has changed yet. */
        WRITING,
        /** All new contents are on the disk; one place after the other is taken. */
        REPLACING
    }

    /**
     * One file or folder.
     *
     * @param path its place
     * @param staged what takes the place by a rename
     * @param before the digest of what is at the place, or null where nothing is or where an earlier entry moves it away
     * @param after the digest of what is at the place afterwards
     * @param moved whether what takes the place is the user's own, rather than made for it
     */
    record Entry(String path, String staged, @Nullable String before, String after, boolean moved) {

        /** Something new takes a place. */
        static Entry made(Path path, Path staged, @Nullable String before, String after) {
            return new Entry(path.toString(), staged.toString(), before, after, false);
        }

        /** Something of the user's takes a place. */
        static Entry moved(Path path, Path from, String content) {
            return new Entry(path.toString(), from.toString(), null, content, true);
        }
    }

    static Path place(Path folder) {
        return folder.resolve(".dbsync/switch.json");
    }

    static Optional<Journal> read(Path folder) throws IOException {
        Path place = place(folder);
        return Files.exists(place)
                ? Optional.of(JSON.readValue(Files.readAllBytes(place), Journal.class))
                : Optional.empty();
    }

    Journal at(Stage next) {
        return new Journal(next, entries);
    }

    /** Keeps the journal, in one step. */
    void write(Path folder) throws IOException {
        Path place = place(folder);
        Path beside = DurableFiles.beside(place);
        DurableFiles.createFolder(DurableFiles.folderOf(place));
        DurableFiles.write(beside, JSON.writeValueAsBytes(this));
        DurableFiles.replace(place, beside);
    }

    static void delete(Path folder) throws IOException {
        Path place = place(folder);
        DurableFiles.delete(DurableFiles.beside(place));
        DurableFiles.delete(place);
    }
}
