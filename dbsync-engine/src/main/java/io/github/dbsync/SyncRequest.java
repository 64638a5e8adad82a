package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;

/**
 * What the user asks for.
 *
 * @param ends where the data is and where it is to go, as far as the user said so
 * @param selection which tables take part
 * @param rules what the user says of columns
 * @param verify how much is proven before anything becomes visible
 * @param switchFiles whether the application's files are made to name the other side afterwards
 * @param reportFolder where {@code report.json} goes
 */
public record SyncRequest(
        EndsRequest ends,
        Selection selection,
        ColumnRules rules,
        VerifyMode verify,
        boolean switchFiles,
        Path reportFolder) {

    public SyncRequest {
        requireNonNull(ends, "ends");
        requireNonNull(selection, "selection");
        requireNonNull(rules, "rules");
        requireNonNull(verify, "verify");
        requireNonNull(reportFolder, "reportFolder");
    }
}
