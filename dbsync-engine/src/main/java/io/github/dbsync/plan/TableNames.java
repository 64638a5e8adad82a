package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules say of the names of tables, and what they could say of those that the target cannot have.
 *
 * @param input what the plan is made from
 * @param tables the plans of the tables
 */
record TableNames(PlanInput input, List<TablePlan> tables) {

    TableNames {
        tables = List.copyOf(tables);
    }

    /** A warning for each rule that names nothing of the source, nor anything that comes home, or that changes nothing. */
    List<Problem> findings() {
        Set<String> names = Stream.concat(atSource(), atHome()).collect(Collectors.toSet());
        return Stream.concat(input.rules().checkNames(names).stream(), overruled())
                .toList();
    }

    private Stream<Problem> overruled() {
        return tables.stream()
                .filter(table -> !input.naming()
                        .apply(table.source().name())
                        .equals(table.target().name()))
                .flatMap(table -> input
                        .rules()
                        .nameWithoutEffect(input.naming().spelled(table.source().name()), whyOverruled(table))
                        .stream());
    }

    private String whyOverruled(TablePlan table) {
        return input.given(table.source().name())
                .flatMap(given -> input.given())
                .map(schema -> schema.owner().name() + ", says what the table is called.")
                .orElse("The database remembers what the table was called, and that is what it is called again.");
    }

    private Stream<String> atSource() {
        return Stream.concat(
                        input.source().tables().stream().map(Table::name),
                        input.source().others().stream().map(OtherObject::name))
                .map(input.naming()::spelled);
    }

    /** What a rule renamed on the way here is called so again, and the rule may stay. */
    private Stream<String> atHome() {
        return input.memoryOfTarget().stream()
                .flatMap(memory -> Stream.concat(
                        memory.tables().stream().map(table -> table.origin().name()),
                        memory.others().stream().map(OtherObject::name)))
                .map(input.naming()::spelledAtTarget);
    }

    /** What helps against a refusal; where it is one of a table's name, the rule that gives another one. */
    String remedy(LedgerEntry refused) {
        return tables.stream()
                .filter(table -> refused.kind().equals("table")
                        && table.target().name().name().equals(refused.name()))
                .findFirst()
                .map(this::remedy)
                .orElse("Leave it out with -Ddbsync.exclude=<table>, or change it at the source");
    }

    /** What helps where the target cannot have a table under its name. */
    String remedy(TablePlan table) {
        QualifiedName source = table.source().name();
        String spelled = input.naming().spelled(source);
        String another = input.rules().nameOf(spelled).isPresent()
                ? "in the rule for table " + spelled
                : ColumnRules.renaming(spelled, input.dialect().alternative(source.name()));
        return "Give it another name: " + another + "; or leave it out with -Ddbsync.exclude=<table>";
    }
}
