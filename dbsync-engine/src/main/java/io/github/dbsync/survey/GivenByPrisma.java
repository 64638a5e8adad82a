package io.github.dbsync.survey;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Inventory;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.GivenSchema;
import io.github.dbsync.plan.GivenTable;
import io.github.dbsync.plan.SchemaOwner;
import io.github.dbsync.prisma.DateTimeColumns;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.PushedSchema;
import io.github.dbsync.prisma.SchemaCheck;
import io.github.dbsync.prisma.SchemaPush;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The target's schema as the application's Prisma schema says it: what {@code prisma db push} would make there. What it would
 * make of the source says which table and column is which, since both have the same fields.
 */
final class GivenByPrisma {

    private final ApplicationSchema schema;
    private final SchemaOwner owner;
    private final Endpoint from;
    private final Endpoint to;

    private GivenByPrisma(ApplicationSchema schema, Endpoint from, Endpoint to) {
        this.schema = schema;
        this.owner = new SchemaOwner(
                schema.where() + ", as prisma db push makes it",
                "Add it as a field to " + schema.where() + " and run npx prisma db push on the source",
                "Run npx prisma db push on the source first");
        this.from = from;
        this.to = to;
    }

    /**
     * What is given for a target. A schema that Prisma does not accept gives nothing, and neither does one of which the source
     * has no table.
     *
     * @param source the source's catalog
     * @param target may say how dates are kept there
     * @param comesBack whether a table of the source becomes again what the memory says
     */
    static GivenSchema of(
            ApplicationSchema schema,
            Endpoint from,
            Endpoint to,
            Catalog source,
            Inventory target,
            Predicate<Table> comesBack) {
        GivenByPrisma given = new GivenByPrisma(schema, from, to);
        List<Problem> problems = SchemaCheck.problems(schema.parsed());
        return problems.isEmpty()
                ? given.pushed(source, target, comesBack)
                : given.nothing(List.of(given.notTaken(problems.get(0))));
    }

    private GivenSchema pushed(Catalog source, Inventory target, Predicate<Table> comesBack) {
        PushedSchema here = push(from);
        PushedSchema there = push(to);
        boolean known = here.tables().stream()
                .anyMatch(table -> source.lookupTable(table.name()).isPresent());
        if (!known) {
            return nothing(List.of());
        }
        DateTimeColumns dates = new DateTimeColumns(there.tables(), found(there.tables(), target), schema.dates());
        List<GivenTable> tables = pairs(here.tables(), dates.decided());
        Stream<Table> made = tables.stream()
                .filter(table ->
                        source.lookupTable(table.source()).filter(comesBack).isEmpty())
                .map(GivenTable::target);
        List<Problem> findings = Stream.concat(there.findings().stream(), dates.findings(made.toList()).stream())
                .toList();
        return new GivenSchema(owner, tables, there.objects(), here.objects(), findings);
    }

    /** How the target's rows, which are replaced, keep their dates. */
    private static Map<QualifiedName, Map<String, InstantForm>> found(List<Table> tables, Inventory target) {
        Map<QualifiedName, Map<String, InstantForm>> found = new HashMap<>();
        for (Table table : tables) {
            table.columns().stream()
                    .filter(DateTimeColumns::isOne)
                    .map(Column::name)
                    .forEach(column -> target.instantForm(table.name(), column)
                            .ifPresent(form -> found.computeIfAbsent(table.name(), name -> new HashMap<>())
                                    .put(column, form)));
        }
        return found;
    }

    private PushedSchema push(Endpoint end) {
        Provider provider = Provider.of(end.dialect()).orElseThrow();
        return SchemaPush.push(schema.parsed().schema(), provider, schema.major(), Dialects.homeSchema(end));
    }

    /** Both pushes make the same tables in the same order. */
    private static List<GivenTable> pairs(List<Table> here, List<Table> there) {
        return IntStream.range(0, here.size())
                .mapToObj(i -> new GivenTable(here.get(i).name(), there.get(i), forms(here.get(i), there.get(i))))
                .toList();
    }

    private static Map<String, StoredForm> forms(Table here, Table there) {
        Map<String, StoredForm> forms = new HashMap<>();
        for (Column column : here.columns()) {
            StoredForm form = column.type().form();
            if (form != null) {
                Optional<Column> other = there.lookupColumn(column.name());
                forms.put(
                        column.name(),
                        other.map(fitted -> fitting(form, fitted)).orElse(form));
            }
        }
        return forms;
    }

    private static StoredForm fitting(StoredForm form, Column other) {
        return form instanceof InstantForm instants ? DateTimeColumns.fitting(instants, other) : form;
    }

    private GivenSchema nothing(List<Problem> findings) {
        return new GivenSchema(owner, List.of(), List.of(), List.of(), findings);
    }

    private Problem notTaken(Problem first) {
        return Problem.warning(
                ProblemCode.PRISMA_SCHEMA_INVALID,
                "The target does not become what " + schema.where() + " says.",
                first.where(),
                "Prisma does not accept the schema: " + first.why() + " The source's tables are translated instead.",
                first.remedy());
    }
}
