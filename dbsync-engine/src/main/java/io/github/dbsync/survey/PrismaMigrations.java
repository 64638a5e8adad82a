package io.github.dbsync.survey;

import io.github.dbsync.appconfig.Application;
import io.github.dbsync.appconfig.AppliedMigration;
import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.Switch;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.appconfig.TargetMigrations;
import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.prisma.MigrationsTable;
import io.github.dbsync.prisma.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The migrations of Prisma that a target has, and how it comes to have a first one. */
public final class PrismaMigrations {

    private static final List<String> ASKED = List.of("migration_name", "checksum", "rolled_back_at");

    private final Endpoint target;
    private final Dialect dialect;
    private final Dialects dialects;

    /** @param target the target as it really is: an embedded server is started */
    public PrismaMigrations(Dialects dialects, Endpoint target) {
        this.dialects = dialects;
        this.target = target;
        this.dialect = Dialects.of(target);
    }

    /** How an application is pointed at the target where no row moves. */
    public SwitchPlan planSwitch(Ends ends) {
        return Switch.plan(ends, target, known(ends.application(), this::appliedIfReached, false));
    }

    /**
     * How an application is pointed at the target by a sync.
     *
     * @param kept whether the target's schema stays, with what it notes of its migrations; else all of it is made anew, and
     *     {@link #noting} is to be carried out
     */
    public SwitchPlan planSwitch(Ends ends, boolean kept) {
        Supplier<Optional<List<AppliedMigration>>> applied = () -> Optional.of(kept ? applied() : List.of());
        return Switch.plan(ends, target, known(ends.application(), applied, true));
    }

    private TargetMigrations known(
            Application application, Supplier<Optional<List<AppliedMigration>>> applied, boolean noted) {
        return application.hasMigrations()
                ? new TargetMigrations(
                        applied.get(),
                        application.prismaSchema().flatMap(schema -> InitialMigration.script(schema, dialect)),
                        noted)
                : TargetMigrations.UNKNOWN;
    }

    /** The statements by which the target notes the first migration that a switch makes; none where it makes none. */
    public List<Statement> noting(SwitchPlan switching) {
        return switching.initial() == null ? List.of() : note(switching.initial());
    }

    private List<Statement> note(AppliedMigration migration) {
        Provider provider = Provider.of(dialect.id()).orElseThrow();
        MigrationsTable table = new MigrationsTable(provider, Dialects.homeSchema(target));
        return List.of(
                new Statement(table.create(), "history of Prisma Migrate"),
                new Statement(table.clear(), "the migrations that made what was there before"),
                new Statement(
                        table.note(UUID.randomUUID(), migration.name(), migration.checksum(), Instant.now()),
                        "migration " + migration.name() + " is applied"));
    }

    private Optional<List<AppliedMigration>> appliedIfReached() {
        try {
            return Optional.of(applied());
        } catch (DbSyncException e) {
            boolean yetToBeMade = e.problem().code() == ProblemCode.SQLITE_FILE_MISSING;
            return yetToBeMade ? Optional.of(List.of()) : Optional.empty();
        }
    }

    private List<AppliedMigration> applied() {
        QualifiedName name = new QualifiedName(Dialects.homeSchema(target), MigrationsTable.NAME);
        try (Source source = dialects.source(target)) {
            return source.catalog()
                    .lookupTable(name)
                    .map(table -> applied(source, table))
                    .orElse(List.of());
        }
    }

    private List<AppliedMigration> applied(Source source, Table table) {
        Table asked = table.withColumns(
                ASKED.stream().map(name -> column(table, name)).toList());
        List<AppliedMigration> applied = new ArrayList<>();
        Batch batch = Batch.of(asked);
        try (RowReader rows = source.read(asked)) {
            while (rows.next(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    if (batch.column(2).isNull(row)) {
                        applied.add(new AppliedMigration(text(batch, 0, row), text(batch, 1, row)));
                    }
                }
            }
        }
        return applied;
    }

    /** SQLite's declared types do not say what is in them, and a text reads whatever it is. */
    private Column column(Table table, String name) {
        Column column = table.lookupColumn(name).orElseThrow();
        return dialect.isRuled()
                ? column.withType(column.type().withLogical(new LogicalType.Text(null, false)))
                : column;
    }

    private static String text(Batch batch, int column, int row) {
        return new String(batch.bytes(column).copy(row), StandardCharsets.UTF_8);
    }
}
