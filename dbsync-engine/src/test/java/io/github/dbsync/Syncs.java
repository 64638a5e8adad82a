package io.github.dbsync;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;
import java.util.Map;

/** Syncs between a SQLite file and a database, as a user's parameters would ask for them; whoever is asked agrees. */
final class Syncs {

    private static final Confirmation AGREES = new Confirmation() {
        @Override
        public void show(Proposal proposal) {}

        @Override
        public boolean agree(Proposal proposal) {
            return true;
        }
    };

    private Syncs() {}

    static SyncReport toPostgres(Path sqlite, PostgresDatabase database) {
        return sync("sqlite", sqlite, database, AGREES, VerifyMode.DIGEST);
    }

    static SyncReport toSqlite(PostgresDatabase database, Path sqlite) {
        return sync("postgresql", sqlite, database, AGREES, VerifyMode.DIGEST);
    }

    static SyncReport sync(
            String from, Path sqlite, PostgresDatabase database, Confirmation confirmation, VerifyMode verify) {
        Path folder = sqlite.toAbsolutePath().getParent();
        EndsRequest ends = new EndsRequest(folder, from, null, sqlite.toString(), url(database), null, Map.of());
        DbSync dbSync = new DbSync(confirmation, Progress.SILENT, where -> database);
        return dbSync.sync(new SyncRequest(ends, Selection.ALL, verify, false, false, folder.resolve("report")));
    }

    static String url(PostgresDatabase database) {
        String password =
                database.password() == null ? "" : ":" + database.password().reveal();
        return "postgresql://" + database.user() + password + "@" + database.host() + ":" + database.port() + "/"
                + database.database();
    }
}
