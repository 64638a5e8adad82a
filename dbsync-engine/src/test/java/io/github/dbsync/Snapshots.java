package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.archive.SnapshotReport;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Snapshots of both sides, as a user's parameters would ask for them, and the shells that run them. */
final class Snapshots {

    private Snapshots() {}

    /** The script of a snapshot of a SQLite file. */
    static Path of(Path sqlite) {
        return take("sqlite", sqlite, "postgresql://nobody@localhost:1/none", SnapshotOptions.of(folder(sqlite)));
    }

    /** The script of a snapshot of a database, in the project's folder. */
    static Path of(PostgresDatabase database, Path project) {
        return take("postgresql", project.resolve("none.db"), Syncs.url(database), SnapshotOptions.of(project));
    }

    static Path take(String side, Path sqlite, String url, SnapshotOptions options) {
        return take(agreed(), null, side, sqlite, url, options).snapshot().script();
    }

    /** The script of a snapshot of a SQLite file in PostgreSQL's SQL. */
    static Path inPostgres(Path sqlite, PostgresDatabase server) {
        return translated(sqlite, server).snapshot().script();
    }

    static SnapshotReport translated(Path sqlite, PostgresDatabase server) {
        SnapshotOptions options = SnapshotOptions.of(folder(sqlite));
        return take(Syncs.agreed(server), Provider.POSTGRESQL, "sqlite", sqlite, Syncs.url(server), options);
    }

    /** The script of a snapshot of a database in SQLite's SQL, in the project's folder. */
    static Path inSqlite(PostgresDatabase database, Path project) {
        SnapshotOptions options = SnapshotOptions.of(project);
        Path none = project.resolve("none.db");
        return take(agreed(), Provider.SQLITE, "postgresql", none, Syncs.url(database), options)
                .snapshot()
                .script();
    }

    private static SnapshotReport take(
            DbSync dbSync, @Nullable Provider dialect, String side, Path sqlite, String url, SnapshotOptions options) {
        Path folder = folder(sqlite);
        EndsRequest ends = new EndsRequest(folder, side, null, sqlite.toString(), url, null, Map.of());
        return dbSync.snapshot(new SnapshotRequest(
                ends, dialect, ColumnRules.NONE, VerifyMode.DIGEST, options, folder.resolve("report")));
    }

    /** Puts a snapshot to the side that is named, whose SQL it is not. */
    static SyncReport restoreOnto(String side, String snapshot, Path sqlite, PostgresDatabase database) {
        return Syncs.agreed(database).restore(request(snapshot, side, sqlite, Syncs.url(database), false));
    }

    static SyncReport restore(String snapshot, Path sqlite, PostgresDatabase database) {
        return agreed().restore(request(snapshot, sqlite, Syncs.url(database), false));
    }

    static RestoreRequest request(String snapshot, Path sqlite, String url, boolean discards) {
        return request(snapshot, null, sqlite, url, discards);
    }

    static RestoreRequest request(String snapshot, @Nullable String side, Path sqlite, String url, boolean discards) {
        Path folder = folder(sqlite);
        EndsRequest ends = new EndsRequest(folder, "sqlite", null, sqlite.toString(), url, null, Map.of());
        return new RestoreRequest(
                ends,
                snapshot,
                side,
                ColumnRules.NONE,
                discards,
                VerifyMode.DIGEST,
                SnapshotOptions.of(folder),
                folder.resolve("report"));
    }

    private static DbSync agreed() {
        return Syncs.agreed();
    }

    static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }

    /** Runs a script in SQLite's own shell. */
    static void runInSqlite(Path script, Path database) throws IOException, InterruptedException {
        run(script, "sqlite3", "-bail", database.toString());
    }

    /** Runs a script in PostgreSQL's own shell. */
    static void runInPsql(Path script, PostgresDatabase database) throws IOException, InterruptedException {
        run(script, "psql", "-q", Syncs.url(database));
    }

    private static void run(Path script, String... shell) throws IOException, InterruptedException {
        assumeTrue(Judges.isInstalled(shell[0]), () -> "skipped: " + shell[0] + " is not installed");
        Path errors = script.resolveSibling("errors.txt");
        Process process = new ProcessBuilder(List.of(shell))
                .redirectInput(script.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        int code = process.waitFor();
        assertThat(errors).content().isEmpty();
        assertThat(code).isZero();
    }
}
