package io.github.dbsync.tag;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.TextTable;
import io.github.dbsync.report.LastSync.SyncedTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a database is compared with what a tag recorded of it.
 *
 * @param tag the tag's name
 * @param database the database for people, without secrets
 * @param schema whether these tables are defined as they were
 * @param tables the tables that the tag recorded, each as it is now
 * @param others the tables that the tag knows nothing of
 */
public record TagComparison(String tag, String database, Schema schema, List<TaggedTable> tables, List<String> others) {

    public TagComparison {
        requireNonNull(tag, "tag");
        requireNonNull(database, "database");
        requireNonNull(schema, "schema");
        tables = List.copyOf(tables);
        others = List.copyOf(others);
    }

    /** How the definitions of the tables are now, compared with what the tag recorded. */
    public enum Schema {
        /** They have the same fingerprint. */
        SAME("the tables are defined as when tagged"),
        /** They have another fingerprint. */
        DIFFERS("the tables are not defined as when tagged"),
        /** The tag has no fingerprint for databases of this kind. */
        NOT_RECORDED("the tag does not say how the tables were defined");

        private final String words;

        Schema(String words) {
            this.words = words;
        }
    }

    /**
     * A table, then and now.
     *
     * @param then as it was recorded
     * @param now its digest now, or null where it is not there any more
     */
    public record TaggedTable(SyncedTable then, @Nullable TableDigest now) {

        public TaggedTable {
            requireNonNull(then, "then");
        }

        public boolean same() {
            return now != null && now.rows() == then.rows() && now.hex().equals(then.digest());
        }
    }

    /** The refusal of a build that wants the database to be what was tagged; nothing where it is. */
    public Optional<Problem> refusal() {
        long different = tables.stream().filter(table -> !table.same()).count();
        return different == 0 && schema != Schema.DIFFERS
                ? Optional.empty()
                : Optional.of(Problem.refusal(
                        ProblemCode.ENDS_DIFFER,
                        "The database is not what was tagged as " + tag + ".",
                        different + " of " + tables.size() + " tables of the " + database,
                        different == 0
                                ? "The rows are what the tag recorded, and the definitions of the tables are not."
                                : "Their number of rows or their values are not what the tag recorded, as listed above.",
                        "Check out what you mean to compare, or sync and tag anew"));
    }

    /** The comparison as some paragraphs of text. */
    public String text() {
        TextTable text = new TextTable("table", "rows when tagged", "rows now", "");
        for (TaggedTable table : tables) {
            TableDigest now = table.now();
            text.add(
                    table.then().source(),
                    table.then().rows(),
                    now == null ? "-" : now.rows(),
                    table.same() ? "same" : "differs");
        }
        String only = others.isEmpty() ? "" : "\n\nThe tag knows nothing of: " + String.join(", ", others);
        String conclusion = refusal().isEmpty() ? "\n\nEvery table that was tagged is the same now." : "";
        return "tag       " + tag + "\ndatabase  " + database + "\nschema    " + schema.words + "\n\n" + text + only
                + conclusion;
    }
}
