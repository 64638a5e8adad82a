package io.github.dbsync.check;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is asked for.
 *
 * @param ends where the project is, and where its databases are, if it has any
 * @param seedFiles files and folders of the seed, relative to the project's folder
 * @param rules reads what the user says of columns; what is wrong with it is a failure of its check
 * @param strict whether a warning fails the build too
 * @param reportFolder where {@code check.md} is written, and where the server is kept whose databases are tried in
 */
public record CheckRequest(
        EndsRequest ends, List<String> seedFiles, Supplier<ColumnRules> rules, boolean strict, Path reportFolder) {

    public CheckRequest {
        requireNonNull(ends, "ends");
        seedFiles = List.copyOf(seedFiles);
        requireNonNull(rules, "rules");
        requireNonNull(reportFolder, "reportFolder");
    }

    /** The server whose databases are tried in: none of the project's own is touched. */
    public EmbeddedPostgres scratchServer() {
        return EmbeddedPostgres.ofScratch(reportFolder);
    }
}
