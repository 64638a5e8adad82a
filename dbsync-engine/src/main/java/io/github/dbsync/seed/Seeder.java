package io.github.dbsync.seed;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a database the rows of a project's files: plans, then writes what was planned. */
public final class Seeder {

    private final SeedRequest request;
    private final LiveTarget target;
    private final Dialect dialect;
    private final String homeSchema;

    /**
     * @param target is neither committed nor closed here
     * @param homeSchema the schema that plain names mean, or empty where there are none
     */
    public Seeder(SeedRequest request, LiveTarget target, Dialect dialect, String homeSchema) {
        this.request = request;
        this.target = target;
        this.dialect = dialect;
        this.homeSchema = homeSchema;
    }

    /**
     * Reads the files and holds them against the database. Nothing is written to its tables.
     *
     * @throws io.github.dbsync.feedback.DbSyncException where a file cannot be read; what else is wrong is in the plan
     */
    public SeedPlan plan() {
        List<SeedFile> files = SeedFiles.read(request, dialect.id());
        try (Source source = target.present()) {
            SeedTables tables = new SeedTables(source, homeSchema, dialect.isRuled(), request.rules());
            return plan(files, tables, source);
        }
    }

    private SeedPlan plan(List<SeedFile> files, SeedTables tables, Source source) {
        SeedCheck check = new SeedCheck(tables);
        List<TypedRow> typed =
                rows(files).map(check::type).flatMap(Optional::stream).toList();
        target.hold(tablesOf(typed));
        Normalisation normalisation = new Normalisation(target);
        List<TypedRow> rows = normalisation.of(typed);
        PresentRows present = new PresentRows(source);
        Resolution resolution = new Resolution(rows, present, tables);
        SeedPlanner planner = new SeedPlanner(resolution, present);
        IdentityHashMap<SeedRow, RowChange> changes = new IdentityHashMap<>();
        rows.stream()
                .filter(TypedRow::isComplete)
                .forEach(row -> planner.change(row).ifPresent(change -> changes.put(row.row(), change)));
        List<Problem> problems = Stream.of(
                        ScriptRun.forbidden(scripts(files)),
                        check.problems(),
                        normalisation.problems(),
                        resolution.problems(),
                        planner.problems())
                .flatMap(Collection::stream)
                .toList();
        SeedPlan plan = new SeedPlan(files, changes, problems);
        return plan.hasScripts() ? plan : plan.withProblems(orphans(plan, tables, present));
    }

    private static List<Problem> orphans(SeedPlan plan, SeedTables tables, PresentRows present) {
        return new ParentCheck(plan.changes(), tables, present).problems();
    }

    /**
     * Writes what was planned, in the order of the files.
     *
     * @return what the database refused; nothing may be committed then
     */
    public List<Problem> write(SeedPlan plan) {
        ChangeWriter writer = new ChangeWriter(target);
        List<Problem> problems = new ArrayList<>();
        for (SeedFile file : plan.files()) {
            if (file instanceof SeedFile.Rows rows) {
                problems.addAll(writer.write(plan.changes(rows)));
            } else if (file instanceof SeedFile.Script script && problems.isEmpty()) {
                target.goOn();
                new ScriptRun(script.name(), dialect.statements(script.sql())).run(target);
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(plan.hasScripts() ? orphansNow(plan) : List.of());
        }
        if (problems.isEmpty()) {
            target.goOn();
            target.settle();
        }
        return problems;
    }

    /** What a script brought may be the parent of a row, and what it took away may have been. */
    private List<Problem> orphansNow(SeedPlan plan) {
        try (Source source = target.present()) {
            SeedTables tables = new SeedTables(source, homeSchema, dialect.isRuled(), request.rules());
            return orphans(plan, tables, new PresentRows(source));
        }
    }

    private List<ScriptRun> scripts(List<SeedFile> files) {
        return files.stream()
                .filter(SeedFile.Script.class::isInstance)
                .map(SeedFile.Script.class::cast)
                .map(script -> new ScriptRun(script.name(), dialect.statements(script.sql())))
                .toList();
    }

    private static Stream<SeedRow> rows(List<SeedFile> files) {
        return files.stream()
                .filter(SeedFile.Rows.class::isInstance)
                .flatMap(file -> ((SeedFile.Rows) file).rows().stream());
    }

    private static List<Table> tablesOf(List<TypedRow> rows) {
        return rows.stream().map(TypedRow::table).distinct().toList();
    }
}
