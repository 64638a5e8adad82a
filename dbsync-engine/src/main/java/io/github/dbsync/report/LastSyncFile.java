package io.github.dbsync.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.LastSync.SyncedTable;
import io.github.dbsync.report.LastSync.TakenSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The report of a project's last sync that ended well, in {@code .dbsync/last-sync.json}: a build's {@code clean} takes {@code
 * target} away, and a plan overwrites {@code report.json}.
 */
public final class LastSyncFile {

    private final Path folder;
    private final Path file;

    /** @param project the project's folder */
    public LastSyncFile(Path project) {
        this.folder = project.resolve(".dbsync");
        this.file = folder.resolve("last-sync.json");
    }

    /** Keeps the report of a sync that ended well. */
    public void keep(SyncReport report) {
        try {
            Files.createDirectories(folder);
            hideFromGit(folder.resolve(".gitignore"));
            ReportJson.write(report, file);
        } catch (IOException failed) {
            throw new DbSyncException(notWritable(), failed);
        }
    }

    /** What is kept; nothing where no sync was, or what is there is no report. */
    public Optional<LastSync> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return lastSync(new JsonMapper().readTree(file.toFile()));
        } catch (IOException | DateTimeException notAReport) {
            return Optional.empty();
        }
    }

    private static Optional<LastSync> lastSync(JsonNode report) {
        return Optional.of(new LastSync(
                Instant.parse(report.path("started").asText()),
                report.path("source").asText(),
                report.path("target").asText(),
                report.path("verify").asText("none"),
                StreamSupport.stream(report.path("schemas").spliterator(), false)
                        .collect(Collectors.toMap(
                                schema -> schema.path("dialect").asText(),
                                schema -> schema.path("fingerprint").asText())),
                snapshot(report),
                StreamSupport.stream(report.path("tables").spliterator(), false)
                        .map(LastSyncFile::table)
                        .toList()));
    }

    private static @Nullable TakenSnapshot snapshot(JsonNode report) {
        return report.hasNonNull("snapshot")
                ? new TakenSnapshot(
                        String.valueOf(Path.of(report.path("snapshot").asText()).getFileName()),
                        report.path("snapshotSha256").asText())
                : null;
    }

    private static SyncedTable table(JsonNode table) {
        return new SyncedTable(
                table.path("source").asText(),
                table.path("target").asText(),
                table.path("rows").asLong(),
                table.path("digest").asText());
    }

    private static void hideFromGit(Path ignore) throws IOException {
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n", StandardCharsets.UTF_8);
        }
    }

    private Problem notWritable() {
        return Problem.refusal(
                ProblemCode.FILE_NOT_WRITABLE,
                "What was synced could not be noted.",
                file.toString(),
                "The folder is not writable or the disk is full; the sync itself is complete.",
                "Make the folder writable: chmod u+rwx " + folder);
    }
}
