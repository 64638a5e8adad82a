package io.github.dbsync.check;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.doctor.PrivateFiles;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.SqliteFile;
import java.util.Optional;

/** Whether files with secrets or data are under version control. */
public record PublishedFilesCheck(CheckRequest request, LiveEnds live) implements Check {

    @Override
    public String sentence() {
        return "No file with secrets or data is under version control.";
    }

    @Override
    public Outcome examine() {
        PrivateFiles files =
                PrivateFiles.of(request.ends().folder(), live.ends().flatMap(PublishedFilesCheck::sqlite));
        return files.git().isPresent()
                ? Outcome.of("", files.published())
                : Outcome.notApplicable("There is no git work tree, or no git.");
    }

    private static Optional<SqliteFile> sqlite(Ends ends) {
        Endpoint end = ends.end("sqlite");
        return end instanceof SqliteFile file ? Optional.of(file) : Optional.empty();
    }
}
