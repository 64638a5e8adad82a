package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.rules.ColumnRule;
import java.util.Optional;

/** The words for what the rows prove of a rule, and for the rule that would help. */
final class RuleFindings {

    private RuleFindings() {}

    /** Why the rule does not hold for every row, or what of it does not come back. */
    static Optional<Problem> of(Table table, ColumnTrial trial, ColumnRule rule) {
        if (!trial.fits()) {
            return Optional.of(doesNotHold(table, trial, rule));
        }
        return trial.notReversible() == 0
                ? Optional.empty()
                : Optional.of(notReversible(table, trial.column(), rule, trial.notReversible()));
    }

    private static Problem doesNotHold(Table table, ColumnTrial trial, ColumnRule rule) {
        Column column = trial.tried();
        String row = trial.misfits().first();
        return Problem.refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                SqliteFindings.values(trial.misfits().count()) + " not fit the rule for " + table.name() + "."
                        + column.name() + ", which is " + SqliteFindings.words(column.logical()) + " by it.",
                SqliteFindings.place(table, column, row) + "; the rule: " + rule.where(),
                "The first of them is " + trial.misfit().words() + ".",
                "Correct the rule, or the value at the source, found with: "
                        + SqliteFindings.select(table, column, row));
    }

    private static Problem notReversible(Table table, Column column, ColumnRule rule, long count) {
        return Problem.warning(
                ProblemCode.RULE_NOT_REVERSIBLE,
                SqliteFindings.values(count) + " not come back to " + table.name() + "." + column.name()
                        + " in the same word.",
                "table " + table.name() + ", column " + column.name() + "; the rule: " + rule.where(),
                "The rule has several words for true or for false, and the way back writes the usual one of each.",
                "Nothing needs to be done where they mean the same. To have each word back, leave the column a text: take the"
                        + " rule out");
    }

    /** Why a rule is not used, where it is not. */
    static Optional<Problem> withoutEffect(Table table, Column column, ColumnRule rule, boolean exact) {
        String why;
        if (column.generated() != null) {
            why = "SQLite computes the column.";
        } else if (SqliteCensus.isRowid(column)) {
            why = "The column is the rowid, which is always an integer.";
        } else if (SqliteCensus.isRemembered(column, exact) && !rule.agreesWith(column.type())) {
            why = "What the column becomes is remembered, or the application's schema says it.";
        } else {
            return Optional.empty();
        }
        return Optional.of(rule.withoutEffect(table.name(), column.name(), why));
    }

    /** The rule that lets a column hold what does not fit it, to be put into {@code dbsync.yaml}. */
    static String remedy(Table table, Column column, Misfit misfit) {
        String says = switch (misfit) {
            case ZERO_CHARACTER -> "nul: escape";
            case INVALID_UTF -> "encoding: bytea";
            default -> "type: text";
        };
        return rule(table, column, says);
    }

    /** The rule that says what values of another kind mean; empty where there is none. */
    static Optional<String> meaning(Table table, Column column, Misfit misfit) {
        boolean moment =
                column.logical() instanceof LogicalType.Timestamp || column.logical() instanceof LogicalType.Date;
        if (moment && misfit == Misfit.AN_INTEGER) {
            return Optional.of(rule(table, column, "unit: milliseconds"));
        } else if (moment && misfit == Misfit.A_REAL) {
            return Optional.of(rule(table, column, "unit: julian days"));
        }
        return column.logical() instanceof LogicalType.Bool && misfit == Misfit.A_TEXT
                ? Optional.of(rule(table, column, "'true': [t], 'false': [f]"))
                : Optional.empty();
    }

    private static String rule(Table table, Column column, String says) {
        String name = (table.name() + "." + column.name()).replace("'", "''");
        return "in dbsync.yaml, rules: [{column: '" + name + "', " + says + "}]";
    }
}
