package io.github.dbsync.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.dbsync.memory.RecordJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of a manifest, {@code .json} beside the script. Where it is, the script is complete. */
final class ManifestFile {

    private final Path script;
    private final Path path;

    /** @param script the snapshot's script */
    ManifestFile(Path script) {
        this.script = script;
        this.path = of(script);
    }

    static Path of(Path script) {
        return script.resolveSibling(script.getFileName() + ".json");
    }

    void write(Manifest manifest) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel file = PrivateFile.create(beside)) {
            ByteBuffer bytes = ByteBuffer.wrap(RecordJson.writeInLines(manifest).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads it.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code SNAPSHOT_DAMAGED} where it is not as it was written
     */
    Manifest read() {
        SnapshotProblems problems = new SnapshotProblems(path);
        try {
            Manifest manifest = RecordJson.read(Files.readString(path, StandardCharsets.UTF_8), Manifest.class);
            if (manifest.format() != RecordJson.VERSION) {
                throw problems.damaged(
                        "",
                        "Another version of dbsync wrote it: its format is " + manifest.format()
                                + ", and this one knows format " + RecordJson.VERSION + ".");
            }
            if (!manifest.content().fingerprint().equals(manifest.fingerprint())) {
                throw problems.damaged("", "Its content does not have the fingerprint that it names.");
            }
            return manifest;
        } catch (JsonProcessingException notAManifest) {
            throw problems.damaged(
                    "line " + notAManifest.getLocation().getLineNr(), "It is no manifest of this version of dbsync.");
        } catch (IOException refused) {
            throw new SnapshotProblems(script).notRead(refused);
        }
    }
}
