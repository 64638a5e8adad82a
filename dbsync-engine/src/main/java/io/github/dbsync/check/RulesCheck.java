package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.SchemaPush;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.survey.Dialects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the rules for columns and tables are understood, and each fits something. */
public record RulesCheck(Project project, LiveEnds live, Dialects dialects) implements Check {

    @Override
    public String sentence() {
        return "The rules are understood, and each fits a column or table.";
    }

    @Override
    public Outcome examine() {
        return project.rules().problem().map(Outcome::failed).orElseGet(() -> {
            ColumnRules rules = project.rules().value().orElse(ColumnRules.NONE);
            return rules.isEmpty() ? Outcome.notApplicable("There are none.") : fit(rules);
        });
    }

    /** Rules have the names of SQLite; the file itself has what a schema may not describe. */
    private Outcome fit(ColumnRules rules) {
        Outcome live = this.live.at(ends -> ends.end("sqlite"), end -> outcome(rules, catalog(end)));
        return live.applicable()
                ? live
                : project.validSchema()
                        .map(schema -> outcome(rules, described(schema)))
                        .orElseGet(() -> Outcome.passed("There is no schema to hold them against."));
    }

    private Catalog catalog(Endpoint end) {
        try (Source source = dialects.source(end)) {
            return source.catalog();
        }
    }

    private static Catalog described(ApplicationSchema schema) {
        List<Table> tables = SchemaPush.push(schema.parsed().schema(), Provider.SQLITE, schema.major())
                .tables();
        return new Catalog(Provider.SQLITE.word(), "", tables, List.of(), List.of(), Map.of());
    }

    private static Outcome outcome(ColumnRules rules, Catalog catalog) {
        List<String> names = Stream.concat(
                        catalog.tables().stream().map(table -> table.name().toString()),
                        catalog.others().stream().map(OtherObject::name).map(Object::toString))
                .toList();
        List<Problem> problems = Stream.concat(rules.check(catalog.tables()).stream(), rules.checkNames(names).stream())
                .toList();
        return Outcome.of("", problems);
    }
}
