package io.github.dbsync.status;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.TextTable;
import io.github.dbsync.report.LastSync;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says a status in words: both ends with who names them, every table with its rows on both sides, the last sync. */
final class StatusText {

    private final Status status;

    StatusText(Status status) {
        this.status = status;
    }

    @Override
    public String toString() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(ends());
        if (!status.tables().isEmpty()) {
            paragraphs.add(tables());
        }
        status.findings().stream().map(Problem::text).forEach(paragraphs::add);
        paragraphs.add(conclusion());
        paragraphs.add(status.lastSync().map(LastSync::text).orElse("No sync of this project is known."));
        return String.join("\n\n", paragraphs);
    }

    private String ends() {
        String ends = end("source", status.source()) + "\n" + end("target", status.target());
        return status.provider() == null ? ends : ends + "\nprovider  " + status.provider();
    }

    private static String end(String role, EndStatus end) {
        Problem obstacle = end.obstacle();
        return role + "    " + end.description() + "\n          (" + end.origin() + ")\n          "
                + (obstacle == null
                        ? "version " + end.version()
                        : "not reached: " + obstacle.text().indent(2).strip());
    }

    private String tables() {
        TextTable table = new TextTable("table", "rows at the source", "rows at the target", "");
        status.tables()
                .forEach(row -> table.add(
                        row.name(),
                        count(row.sourceRows()),
                        count(row.targetRows()),
                        row.hasSameCount() ? "" : "differs"));
        return table.toString();
    }

    private static String count(@Nullable Long rows) {
        return rows == null ? "-" : rows.toString();
    }

    private String conclusion() {
        if (!status.source().isReached() || !status.target().isReached()) {
            return "The two ends cannot be compared, since not both are reached.";
        }
        long differing =
                status.tables().stream().filter(table -> !table.hasSameCount()).count();
        return differing == 0
                ? "Every table has as many rows on both sides; their values were not compared."
                : differing + " of " + status.tables().size() + " tables differ in their number of rows.";
    }
}
