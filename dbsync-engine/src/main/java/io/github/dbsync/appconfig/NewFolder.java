package io.github.dbsync.appconfig;

import io.github.dbsync.appconfig.Journal.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A folder is made with all its files. */
final class NewFolder extends FileEdit {

    private final Map<String, byte[]> files;
    private final Path like;

    NewFolder(Path path, Map<String, byte[]> files, Path like) {
        super(path);
        this.files = new TreeMap<>(files);
        this.like = like;
    }

    @Override
    public String done() {
        return "made: " + path();
    }

    @Override
    boolean creates() {
        return true;
    }

    @Override
    Entry entry() {
        return Entry.made(path(), DurableFiles.beside(path()), null, ContentDigest.of(files));
    }

    @Override
    void stage() throws IOException {
        Path staged = DurableFiles.beside(path());
        DurableFiles.delete(staged);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = staged.resolve(file.getKey());
            DurableFiles.createFolder(DurableFiles.folderOf(place));
            DurableFiles.write(place, file.getValue());
        }
        DurableFiles.allLikeThatOf(like, staged);
    }

    @Override
    public String toString() {
        return "create " + path() + " with " + String.join(", ", files.keySet());
    }
}
