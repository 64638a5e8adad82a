package io.github.dbsync.survey;

import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Inventory;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import io.github.dbsync.migration.MigrationTables;
import io.github.dbsync.plan.GivenSchema;
import io.github.dbsync.plan.GivenTable;
import io.github.dbsync.plan.KeptSchema;
import io.github.dbsync.plan.Migrations;
import io.github.dbsync.plan.Naming;
import io.github.dbsync.plan.PlanInput;
import io.github.dbsync.plan.Recall;
import io.github.dbsync.plan.SelectedTable;
import io.github.dbsync.plan.TargetNames;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at both ends as far as a plan needs it. */
public final class Survey {

    private final Source source;
    private final Inventory target;
    private final Dialect sourceDialect;
    private final Dialect dialect;
    private final ColumnRules rules;
    private final Optional<GivenSchema> given;
    private final Optional<Memory> memory;

    private Survey(
            Source source,
            Inventory target,
            Dialect sourceDialect,
            Dialect dialect,
            ColumnRules rules,
            Optional<GivenSchema> given) {
        this.source = source;
        this.target = target;
        this.sourceDialect = sourceDialect;
        this.dialect = dialect;
        this.rules = rules;
        this.given = given;
        this.memory = source.memory();
    }

    /** What a plan is made from. */
    public static PlanInput of(SurveyRequest wanted, Endpoint from, Source source, Endpoint to, Inventory target) {
        Catalog whole = source.catalog();
        Catalog wholeTarget = target.catalog();
        Migrations migrations = new Migrations(MigrationTables.in(whole), MigrationTables.in(wholeTarget));
        Catalog catalog = migrations.source().removedFrom(whole);
        Catalog targetCatalog = migrations.target().removedFrom(wholeTarget);
        Naming naming = new Naming(Dialects.homeSchema(from), Dialects.homeSchema(to), wanted.rules());
        Optional<Memory> home = source.memory()
                .filter(memory -> memory.origin().equals(Dialects.of(to).id()));
        Optional<GivenSchema> kept = KeptSchema.of(
                wanted.schema(), migrations.target().history(), catalog, targetCatalog, new TargetNames(naming, home));
        Predicate<Table> comesBack = table ->
                kept.isEmpty() && home.isPresent() && Recall.of(table, home).unchanged();
        Optional<GivenSchema> pushed = wanted.application()
                .prismaSchema()
                .map(schema -> GivenByPrisma.of(schema, from, to, catalog, target, comesBack));
        Optional<GivenSchema> given = kept.map(
                        schema -> pushed.map(schema::withFormsOf).orElse(schema))
                .or(() -> pushed);
        Survey survey = new Survey(source, target, Dialects.of(from), Dialects.of(to), wanted.rules(), given);
        return new PlanInput(
                catalog,
                survey.memory,
                wanted.selection().of(catalog).stream().map(survey::select).toList(),
                survey.auxiliaries(catalog),
                targetCatalog,
                survey.countRows(targetCatalog),
                Dialects.of(from),
                Dialects.of(to),
                naming,
                wanted.selection(),
                wanted.rules(),
                given,
                migrations);
    }

    /** What there is at an end that is not looked at: nothing. */
    public static Inventory nothingAt(Endpoint end) {
        Catalog empty = new Catalog(end.dialect(), "", List.of(), List.of(), List.of(), Map.of());
        return new Inventory() {
            @Override
            public Catalog catalog() {
                return empty;
            }

            @Override
            public long countRows(Table table) {
                return 0;
            }
        };
    }

    private SelectedTable select(Table table) {
        Recall recall = Recall.of(table, memory);
        return select(recall, recall.unchanged() && isCovered(recall));
    }

    /** On the way home the memory has them; else the source itself. */
    private List<SelectedTable> auxiliaries(Catalog catalog) {
        return memoryOfTarget()
                .map(home -> home.auxiliaries().stream()
                        .map(auxiliary -> kept(auxiliary, catalog))
                        .toList())
                .orElseGet(
                        () -> catalog.auxiliaries().stream().map(this::select).toList());
    }

    private SelectedTable kept(RememberedTable auxiliary, Catalog catalog) {
        Table table = auxiliary.created();
        boolean gone =
                catalog.auxiliaries().stream().noneMatch(there -> there.name().equals(table.name()));
        return gone
                ? new SelectedTable(Recall.kept(auxiliary), new TableCensus(table, 0, List.of()), false)
                : select(Recall.kept(auxiliary), true);
    }

    private Optional<Memory> memoryOfTarget() {
        return memory.filter(remembered -> remembered.origin().equals(dialect.id()));
    }

    /** @param compares whether it matters that the rows are still the same, and can be told */
    private SelectedTable select(Recall recall, boolean compares) {
        RememberedTable remembered = recall.remembered();
        boolean sameRows =
                compares && remembered != null && digest(recall.table()).equals(remembered.digest());
        return new SelectedTable(recall, census(recall), sameRows);
    }

    /** A table whose values are asked for as they are given at the target, or as they were, may not have others. */
    private TableCensus census(Recall recall) {
        Table table = recall.table();
        boolean restored = recall.unchanged() && given.filter(GivenSchema::kept).isEmpty();
        Optional<GivenTable> found =
                given.filter(schema -> sourceDialect.isRuled()).flatMap(schema -> schema.lookup(table.name()));
        Table demanded = found.map(known -> restored ? known.withGivenLabels(table) : known.demandedOf(table, rules))
                .orElse(table);
        return source.census(demanded, recall.unchanged() || found.isPresent(), rules);
    }

    /** Whether something that comes back covers the table's rows and would have to be made anew where they have changed. */
    private boolean isCovered(Recall recall) {
        RememberedTable remembered = recall.remembered();
        return remembered != null
                && memoryOfTarget().stream()
                        .flatMap(home -> home.others().stream())
                        .filter(object ->
                                object.tables().contains(remembered.origin().name()))
                        .anyMatch(object -> !dialect.refresh(object).isEmpty());
    }

    private String digest(Table table) {
        Digester digester = new Digester();
        source.read(table, digester::add);
        return digester.digest().hex();
    }

    private Map<QualifiedName, Long> countRows(Catalog catalog) {
        return catalog.tables().stream().collect(Collectors.toMap(Table::name, target::countRows));
    }
}
