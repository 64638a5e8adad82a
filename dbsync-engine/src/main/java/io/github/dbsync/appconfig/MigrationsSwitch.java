package io.github.dbsync.appconfig;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Gives an application the migrations of the database that it goes to, since Prisma takes none of another provider (P3019).
 * Those that it had are kept beside. Those that the target was made by come back; where it was made by none, there is one
 * that makes what it is.
 *
 * @param edits the changes; folders are moved and none is deleted
 * @param findings what was done, and what is left to the user
 * @param initial the first migration, where one was made
 */
record MigrationsSwitch(
        List<FileEdit> edits,
        List<Problem> findings,
        @Nullable AppliedMigration initial) {

    static final MigrationsSwitch NOTHING = new MigrationsSwitch(List.of(), List.of(), null);

    private static final String INITIAL = "0_init";

    /**
     * Decides what becomes of the migrations.
     *
     * @param current the migrations that Prisma reads now
     * @param left the kind of database that the schema says now
     */
    static MigrationsSwitch plan(MigrationFolder current, Side left, Side side, TargetMigrations target) {
        Side made = current.side().orElse(left);
        if (made == side) {
            return NOTHING;
        }
        Move move = new Move(current, made, side);
        Optional<MigrationFolder> fitting = fitting(current.path(), side, target);
        if (fitting.isPresent()) {
            return move.bringBack(fitting.get());
        }
        if (target.applied().filter(applied -> !applied.isEmpty()).isPresent()) {
            return move.leave("the target notes the migrations "
                    + names(target.applied().get()) + " as applied, and no folder beside this one has just these");
        }
        return target.initial()
                .map(sql -> move.begin(sql, target.noted()))
                .orElseGet(() -> move.leave("dbsync cannot say what the schema is on " + side.title()));
    }

    private static Optional<MigrationFolder> fitting(Path current, Side side, TargetMigrations target) {
        return MigrationFolder.archives(current, side).stream()
                .filter(archive -> target.applied()
                        .map(applied -> !applied.isEmpty() && archive.consistsOf(applied))
                        .orElse(true))
                .findFirst();
    }

    private static String names(List<AppliedMigration> applied) {
        return String.join(", ", applied.stream().map(AppliedMigration::name).toList());
    }

    /** One way from a kind of database to the other. */
    private record Move(MigrationFolder current, Side from, Side to) {

        MigrationsSwitch bringBack(MigrationFolder archive) {
            return new MigrationsSwitch(
                    List.of(keep(), FileEdit.move(archive.path(), current.path())),
                    List.of(kept(current.path() + " is again what was kept in " + archive.path())),
                    null);
        }

        MigrationsSwitch begin(String sql, boolean noted) {
            byte[] script = sql.getBytes(UTF_8);
            Map<String, byte[]> files =
                    Map.of(INITIAL + "/migration.sql", script, MigrationFolder.LOCK, current.lockFor(to));
            Problem kept =
                    kept(current.path() + " begins anew with " + INITIAL + ", which makes the schema on " + to.title());
            return new MigrationsSwitch(
                    List.of(keep(), FileEdit.createFolder(current.path(), files, current.path())),
                    noted ? List.of(kept) : List.of(kept, toBeNoted()),
                    new AppliedMigration(INITIAL, DigestUtils.sha256Hex(script)));
        }

        MigrationsSwitch leave(String why) {
            Problem left = Problem.warning(
                    ProblemCode.MIGRATIONS_LEFT_TO_USER,
                    "The migrations stay those of " + from.title() + ", and Prisma refuses them on " + to.title(),
                    current.where(),
                    why,
                    "Move " + current.path() + " away and bring the folder there that the target was made by, with its "
                            + MigrationFolder.LOCK + "; npx prisma migrate status says whether it fits");
            return new MigrationsSwitch(List.of(), List.of(left), null);
        }

        private FileEdit keep() {
            return FileEdit.move(current.path(), archive());
        }

        private Path archive() {
            return MigrationFolder.freeArchive(current.path(), from);
        }

        private Problem kept(String now) {
            return Problem.note(
                    ProblemCode.MIGRATIONS_SWITCHED,
                    "The migrations of " + from.title() + " are kept for the way back",
                    archive().toString(),
                    "Prisma takes no migrations of another provider: " + now,
                    "Commit both folders");
        }

        private Problem toBeNoted() {
            return Problem.warning(
                    ProblemCode.MIGRATIONS_LEFT_TO_USER,
                    "The target does not note that it has the migration " + INITIAL,
                    current.path().resolve(INITIAL).toString(),
                    "only files were changed, and prisma migrate deploy refuses a database that has tables and notes no"
                            + " migration (P3005)",
                    "npx prisma migrate resolve --applied " + INITIAL);
        }
    }
}
