package io.github.dbsync.survey;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.GivenSchema;
import io.github.dbsync.plan.GivenTable;
import io.github.dbsync.plan.SchemaOwner;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.PushedSchema;
import io.github.dbsync.prisma.SchemaCheck;
import io.github.dbsync.prisma.SchemaPush;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
     */
    static GivenSchema of(ApplicationSchema schema, Endpoint from, Endpoint to, Catalog source) {
        GivenByPrisma given = new GivenByPrisma(schema, from, to);
        List<Problem> problems = SchemaCheck.problems(schema.parsed());
        return problems.isEmpty() ? given.pushed(source) : given.nothing(List.of(given.notTaken(problems.get(0))));
    }

    private GivenSchema pushed(Catalog source) {
        PushedSchema here = push(from);
        PushedSchema there = push(to);
        boolean known = here.tables().stream()
                .anyMatch(table -> source.lookupTable(table.name()).isPresent());
        return known
                ? new GivenSchema(
                        owner, pairs(here.tables(), there.tables()), there.objects(), here.objects(), there.findings())
                : nothing(List.of());
    }

    private PushedSchema push(Endpoint end) {
        Provider provider = Provider.of(end.dialect()).orElseThrow();
        return SchemaPush.push(schema.parsed().schema(), provider, schema.major(), Dialects.homeSchema(end));
    }

    /** Both pushes make the same tables in the same order. */
    private static List<GivenTable> pairs(List<Table> here, List<Table> there) {
        return IntStream.range(0, here.size())
                .mapToObj(i -> new GivenTable(here.get(i).name(), there.get(i), forms(here.get(i))))
                .toList();
    }

    private static Map<String, StoredForm> forms(Table table) {
        return table.columns().stream()
                .flatMap(column -> Stream.ofNullable(column.type().form()).map(form -> Map.entry(column.name(), form)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
