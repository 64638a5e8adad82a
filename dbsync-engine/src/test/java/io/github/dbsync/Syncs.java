package io.github.dbsync;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.SchemaMode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Syncs between a SQLite file and a database, as a user's parameters would ask for them; whoever is asked agrees. */
public final class Syncs {

    private static final Confirmation AGREES = new Confirmation() {
        @Override
        public void show(Proposal proposal) {}

        @Override
        public boolean agree(Proposal proposal) {
            return true;
        }
    };

    private Syncs() {}

    public static SyncReport toPostgres(Path sqlite, PostgresDatabase database) {
        return toPostgres(sqlite, database, Selection.ALL);
    }

    /** A sync that fails as soon as it has come to a stage. */
    static void toPostgresUntil(String stage, Path sqlite, PostgresDatabase database) {
        Progress stops = new Progress() {
            @Override
            public void stage(String name) {
                if (name.equals(stage)) {
                    throw new IllegalStateException("stopped at " + stage);
                }
            }

            @Override
            public void rows(String table, long done, long total) {}
        };
        new DbSync(AGREES, stops, where -> database).sync(request("sqlite", sqlite, url(database), Selection.ALL));
    }

    static SyncReport toPostgres(Path sqlite, PostgresDatabase database, Selection selection) {
        return agreed(database).sync(request("sqlite", sqlite, url(database), selection));
    }

    static SyncReport toPostgres(Path sqlite, PostgresDatabase database, ColumnRules rules) {
        return agreed(database).sync(request("sqlite", sqlite, url(database), Selection.ALL, rules));
    }

    public static SyncReport toSqlite(PostgresDatabase database, Path sqlite) {
        return agreed(database).sync(request("postgresql", sqlite, url(database), Selection.ALL));
    }

    static SyncReport toSqlite(PostgresDatabase database, Path sqlite, ColumnRules rules) {
        return agreed(database).sync(request("postgresql", sqlite, url(database), Selection.ALL, rules));
    }

    /** Everything that the user is told of a plan, whether it is then refused or not. */
    static List<Problem> findingsToPostgres(Path sqlite, PostgresDatabase database, ColumnRules rules) {
        List<Problem> findings = new ArrayList<>();
        Confirmation listens = new Confirmation() {
            @Override
            public void show(Proposal proposal) {
                findings.addAll(proposal.findings());
            }

            @Override
            public boolean agree(Proposal proposal) {
                return false;
            }
        };
        try {
            new DbSync(listens, Progress.SILENT, where -> database)
                    .plan(request("sqlite", sqlite, url(database), Selection.ALL, rules));
        } catch (DbSyncException refused) {
            return findings;
        }
        return findings;
    }

    /** A sync with a word on the target's schema. */
    static SyncReport sync(String from, Path sqlite, PostgresDatabase database, SchemaMode schema) {
        return agreed(database).sync(request(from, sqlite, url(database), schema));
    }

    /** What the user is shown of a plan, whether it is then refused or not. */
    static String shown(String from, Path sqlite, PostgresDatabase database, @Nullable SchemaMode schema) {
        List<String> shown = new ArrayList<>();
        Confirmation listens = new Confirmation() {
            @Override
            public void show(Proposal proposal) {
                shown.add(proposal.text());
            }

            @Override
            public boolean agree(Proposal proposal) {
                return false;
            }
        };
        try {
            new DbSync(listens, Progress.SILENT, where -> database).plan(request(from, sqlite, url(database), schema));
        } catch (DbSyncException refused) {
            return shown.get(0);
        }
        return shown.get(0);
    }

    static DbSync agreed() {
        return new DbSync(AGREES, Progress.SILENT, where -> {
            throw new AssertionError("no embedded server is asked for");
        });
    }

    static DbSync agreed(PostgresDatabase database) {
        return new DbSync(AGREES, Progress.SILENT, where -> database);
    }

    static SyncRequest request(String from, Path sqlite, String url, Selection selection) {
        return request(from, sqlite, url, selection, ColumnRules.NONE);
    }

    private static SyncRequest request(String from, Path sqlite, String url, Selection selection, ColumnRules rules) {
        Path folder = sqlite.toAbsolutePath().getParent();
        EndsRequest ends = new EndsRequest(folder, from, null, sqlite.toString(), url, null, Map.of());
        return new SyncRequest(ends, selection, rules, VerifyMode.DIGEST, false, folder.resolve("report"));
    }

    private static SyncRequest request(String from, Path sqlite, String url, @Nullable SchemaMode schema) {
        SyncRequest request = request(from, sqlite, url, Selection.ALL);
        return new SyncRequest(
                request.ends(),
                request.selection(),
                request.rules(),
                schema,
                request.verify(),
                request.switchFiles(),
                request.snapshots(),
                request.reportFolder(),
                null);
    }

    public static String url(PostgresDatabase database) {
        String password =
                database.password() == null ? "" : ":" + database.password().reveal();
        return "postgresql://" + database.user() + password + "@" + database.host() + ":" + database.port() + "/"
                + database.database();
    }
}
