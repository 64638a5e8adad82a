package io.github.dbsync.comparison;

import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.comparison.RowDifference.Kind;
import io.github.dbsync.feedback.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says a comparison in words: all tables with their rows, then of each that differs how, and which rows. */
final class ComparisonText {

    private static final int ROWS_NAMED = 20;

    private final Comparison comparison;

    ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public String toString() {
        List<String> paragraphs = new ArrayList<>();
        if (!comparison.tables().isEmpty()) {
            paragraphs.add(tables());
        }
        comparison.different().stream().map(ComparisonText::differences).forEach(paragraphs::add);
        if (!comparison.others().isEmpty()) {
            paragraphs.add("Only the target has: "
                    + comparison.others().stream().map(QualifiedName::toString).collect(Collectors.joining(", ")));
        }
        paragraphs.add(conclusion());
        return String.join("\n\n", paragraphs);
    }

    private String tables() {
        TextTable text = new TextTable("table", "rows at the source", "rows at the target", "");
        comparison
                .tables()
                .forEach(table -> text.add(
                        table.source(),
                        rows(table.sourceDigest()),
                        rows(table.targetDigest()),
                        table.same() ? "same" : "differs"));
        return text.toString();
    }

    private static String rows(@Nullable TableDigest digest) {
        return digest == null ? "-" : String.valueOf(digest.rows());
    }

    private static String differences(TableComparison table) {
        List<String> lines = new ArrayList<>();
        lines.add("table " + table.source() + ":");
        table.definition().forEach(difference -> lines.add("  " + difference));
        if (table.sourceDigest() == null) {
            lines.add("  its rows cannot be compared");
        }
        if (!table.rows().isEmpty()) {
            lines.add("  " + counts(table));
            table.rows().stream()
                    .limit(ROWS_NAMED)
                    .map(row -> "  " + row.kind().words() + ": " + row.key().text())
                    .forEach(lines::add);
        }
        if (table.rows().size() > ROWS_NAMED) {
            lines.add("  and " + (table.rows().size() - ROWS_NAMED)
                    + (table.complete() ? " others" : " others at least"));
        }
        return String.join("\n", lines);
    }

    private static String counts(TableComparison table) {
        String kinds = Stream.of(Kind.values())
                .filter(kind -> count(table, kind) > 0)
                .map(kind -> count(table, kind) + " " + kind.words())
                .collect(Collectors.joining(", "));
        List<RowDifference> rows = table.rows();
        String first = rows.get(0).key().text();
        String last = rows.get(rows.size() - 1).key().text();
        return (table.complete() ? "" : "at least ")
                + kinds
                + (rows.size() == 1 ? "" : ", between " + first + " and " + last);
    }

    private static long count(TableComparison table, Kind kind) {
        return table.rows().stream().filter(row -> row.kind() == kind).count();
    }

    private String conclusion() {
        int different = comparison.different().size();
        return different == 0
                ? "Every table is the same on both sides: its definition in meaning, its rows in every value."
                : different + " of " + comparison.tables().size() + " tables differ.";
    }
}
