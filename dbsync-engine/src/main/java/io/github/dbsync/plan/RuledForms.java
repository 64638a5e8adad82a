package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.rules.ColumnRule;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;
import java.util.Optional;

/**
 * The forms in which a target keeps what its declared types do not say.
 *
 * @param rules what the user says of the target's columns
 */
record RuledForms(ColumnRules rules) {

    /** The table, under its name at the target, with the forms that its columns are to have there. */
    Table applyTo(Table foreign) {
        return foreign.withColumns(foreign.columns().stream()
                .map(column -> withForm(foreign.name(), column))
                .toList());
    }

    private Column withForm(QualifiedName table, Column column) {
        return rules.of(table, column.name())
                .filter(rule -> column.generated() == null)
                .flatMap(rule -> rule.formFor(column.logical()))
                .map(form -> column.withType(column.type().withForm(form)))
                .orElse(column);
    }

    /** A warning for each rule that says of a column what it cannot become. */
    List<Problem> withoutEffect(QualifiedName table, List<Column> foreign) {
        return foreign.stream()
                .flatMap(column ->
                        rules.of(table, column.name()).flatMap(rule -> withoutEffect(table, column, rule)).stream())
                .toList();
    }

    private Optional<Problem> withoutEffect(QualifiedName table, Column column, ColumnRule rule) {
        Column kept = withForm(table, column);
        if (rule.agreesWith(kept.type())) {
            return Optional.empty();
        }
        String why = column.generated() != null
                ? "The database computes the column."
                : "The column comes as " + column.type().declared()
                        + ". How its values are kept, only unit, form, or true and false say, in a rule of that very type.";
        return Optional.of(rule.withoutEffect(table, column.name(), why));
    }
}
