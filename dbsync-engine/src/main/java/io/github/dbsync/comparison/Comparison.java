package io.github.dbsync.comparison;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * How two databases differ.
 *
 * @param tables the tables of the source, each with that of the target
 * @param others the tables that only the target has; a sync into PostgreSQL leaves them alone
 */
public record Comparison(List<TableComparison> tables, List<QualifiedName> others) {

    public Comparison {
        tables = List.copyOf(tables);
        others = List.copyOf(others);
    }

    /** The tables that are not the same at both ends. */
    public List<TableComparison> different() {
        return tables.stream().filter(table -> !table.same()).toList();
    }

    /** The refusal of a build that wants both ends to be the same; nothing where they are. */
    public Optional<Problem> refusal() {
        List<TableComparison> different = different();
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.refusal(
                                ProblemCode.ENDS_DIFFER,
                                "The two ends are not the same.",
                                different.size() + " of " + tables.size() + " tables",
                                "They differ in definition, number of rows or values, as listed above.",
                                "Run the goal sync to make the target what the source is, or see who wrote to one of them since"));
    }

    /** The comparison as some paragraphs of text. */
    public String text() {
        return new ComparisonText(this).toString();
    }
}
