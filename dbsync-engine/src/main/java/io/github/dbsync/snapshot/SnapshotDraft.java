package io.github.dbsync.snapshot;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.memory.RecordJson;
import io.github.dbsync.snapshot.Manifest.Content;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A snapshot that is to be written.
 *
 * @param script its file
 * @param taken when
 * @param database the database for people, without secrets
 * @param version its system's version, for people
 * @param content everything but the rows
 */
public record SnapshotDraft(Path script, Instant taken, String database, String version, Content content) {

    public SnapshotDraft {
        script = script.toAbsolutePath();
        requireNonNull(taken, "taken");
        requireNonNull(database, "database");
        requireNonNull(version, "version");
        requireNonNull(content, "content");
    }

    Path folder() {
        return requireNonNull(script.getParent(), "the folder of a file");
    }

    boolean isCompressed() {
        return SnapshotFolder.isCompressed(script);
    }

    Path unfinished() {
        return script.resolveSibling(script.getFileName() + ".new");
    }

    Manifest manifest(long bytes, String sha256, List<DumpedTable> tables) {
        return new Manifest(
                RecordJson.VERSION,
                taken.toString(),
                database,
                version,
                bytes,
                sha256,
                content.fingerprint(),
                tables,
                List.of(),
                content);
    }
}
