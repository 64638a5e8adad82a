package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.Locale;

/** The words for what a table's rows prove; never a value of the data, but the rowid, without which no row is found. */
final class SqliteFindings {

    private SqliteFindings() {}

    static Problem doesNotFit(Table table, Column column, Misfit misfit, String row, long count) {
        String rule = "; or give the column a rule, " + RuleFindings.remedy(table, column, misfit);
        return doesNotFit(table, column, misfit, row, count, rule);
    }

    /** Where the column's type is not for a rule to say. */
    static Problem doesNotFitExactly(Table table, Column column, Misfit misfit, String row, long count) {
        return doesNotFit(table, column, misfit, row, count, "");
    }

    private static Problem doesNotFit(Table table, Column column, Misfit misfit, String row, long count, String rule) {
        return Problem.refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                values(count) + " not fit the type " + words(column.logical()) + " of " + table.name() + "."
                        + column.name() + ".",
                place(table, column, row),
                "The first of them is " + misfit.words() + ".",
                "Correct it at the source, found with: " + select(table, column, row) + rule
                        + "; or leave the table out with " + exclude(table));
    }

    static Problem typeChanged(Table table, Column column, LogicalType actual, Misfit misfit, String row, long count) {
        return Problem.warning(
                ProblemCode.TYPE_CHANGED,
                table.name() + "." + column.name() + " becomes " + words(actual) + ", not " + words(column.logical())
                        + ".",
                place(table, column, row),
                values(count) + " not fit the declared type " + column.type().declared() + "; the first of them is "
                        + misfit.words() + ".",
                "Nothing needs to be done: every value arrives as it is. To have the declared type, "
                        + RuleFindings.meaning(table, column, misfit)
                                .map(rule -> "say what the values mean, " + rule + "; or ")
                                .orElse("")
                        + "correct it at the source, found with: " + select(table, column, row));
    }

    static Problem otherTemporal(Table table, Column column, LogicalType actual) {
        return Problem.warning(
                ProblemCode.TYPE_CHANGED,
                table.name() + "." + column.name() + " becomes " + words(actual) + ", not " + words(column.logical())
                        + ".",
                "table " + table.name() + ", column " + column.name(),
                "All its values are written as " + words(actual) + ", though the declared type is "
                        + column.type().declared() + ".",
                "Nothing needs to be done: every value arrives as it is");
    }

    /** @param proven the column with the form in which the way back writes its values */
    static Problem formNotKept(Table table, Column proven, long count) {
        boolean json = proven.type().form() instanceof CompactJson;
        return Problem.warning(
                ProblemCode.FORM_NOT_KEPT,
                values(count) + " not come back to " + table.name() + "." + proven.name() + " in the same characters.",
                "table " + table.name() + ", column " + proven.name(),
                json
                        ? "PostgreSQL's jsonb has an order of its own for keys, and the way back writes them without blanks."
                        : "The column keeps its moments in several forms, and the way back writes them all in the usual one.",
                "Nothing needs to be done: they mean the same");
    }

    /** @param number the row's number in the order of arrival */
    static Problem bent(Table table, Column column, long number) {
        StoredForm form = column.type().form();
        return Problem.refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                "A value does not fit " + table.name() + "." + column.name() + " in SQLite.",
                place(table, column, "row " + number + " in the order of arrival"),
                form == null
                        ? "It is " + Misfit.BENT.words() + " (" + column.type().declared() + ")."
                        : "It is " + Misfit.NOT_IN_FORM.words() + ".",
                (InstantForm.MILLISECONDS.equals(form) ? roundedToMillis(table, column) : "Correct it at the source")
                        + "; or leave the table out with " + exclude(table));
    }

    private static String roundedToMillis(Table table, Column column) {
        String name = SqliteNames.quote(column.name());
        return "Where it has microseconds, round it at the source, for example with: UPDATE "
                + SqliteNames.quote(table.name().name()) + " SET " + name + " = date_trunc('milliseconds', " + name
                + ")";
    }

    static Problem nullInPrimaryKey(Table table, Column column, String row, long count) {
        return Problem.warning(
                ProblemCode.OBJECT_NOT_TRANSLATED,
                "The primary key of " + table.name() + " becomes a unique constraint.",
                place(table, column, row),
                "SQLite allows null in a primary key, PostgreSQL does not; " + rows(count) + " null there.",
                "Nothing needs to be done: every value arrives as it is. To have a primary key, give these rows a value at"
                        + " the source, found with: " + select(table, column, row));
    }

    static Problem rowidsLost(Table table, long rows) {
        return Problem.warning(
                ProblemCode.OBJECT_NOT_TRANSLATED,
                "The " + rows + " rowids of " + table.name() + " will be 1 to n after the way back.",
                "table " + table.name(),
                "They have gaps, no INTEGER PRIMARY KEY keeps them, and dbsync remembers at most "
                        + RowidCensus.MOST_ROWS + " of them for a table.",
                "Nothing needs to be done where nobody uses them. To keep them, give the table an INTEGER PRIMARY KEY");
    }

    /** @param query finds all of them */
    static Problem orphans(Table table, ForeignKey key, String row, long count, String query) {
        return Problem.refusal(
                ProblemCode.ORPHAN_ROWS,
                count + (count == 1 ? " row of " + table.name() + " has" : " rows of " + table.name() + " have")
                        + " no parent in " + key.parent() + ".",
                "table " + table.name() + ", foreign key (" + String.join(", ", key.columns()) + "), " + row,
                "SQLite checks foreign keys only where an application asks it to; PostgreSQL always does.",
                "Correct or delete them at the source, found with: " + query + "; or leave the table out with "
                        + exclude(table));
    }

    static Problem brokenForeignKey(Table table, ForeignKey key) {
        return Problem.warning(
                ProblemCode.OBJECT_NOT_TRANSLATED,
                "A foreign key of " + table.name() + " refers to nothing that is a key.",
                "table " + table.name() + ", foreign key (" + String.join(", ", key.columns()) + ") to " + key.parent()
                        + " (" + String.join(", ", key.parentColumns()) + ")",
                "There is no such table, or these columns are neither its primary key nor unique.",
                "Nothing needs to be done: the key is left out. To have it, make the parent's columns unique");
    }

    static String values(long count) {
        return count == 1 ? "1 value does" : count + " values do";
    }

    private static String rows(long count) {
        return count == 1 ? "1 row has" : count + " rows have";
    }

    static String place(Table table, Column column, String row) {
        return "table " + table.name() + ", column " + column.name() + ", " + row;
    }

    static String select(Table table, Column column, String row) {
        return "SELECT " + SqliteNames.quote(column.name()) + " FROM "
                + SqliteNames.quote(table.name().name()) + condition(row);
    }

    private static String exclude(Table table) {
        return "-Ddbsync.exclude=" + table.name();
    }

    private static String condition(String row) {
        String rowid = row.split(",", 2)[0];
        return rowid.startsWith(RowKey.ROWID) ? " WHERE rowid = " + rowid.substring(RowKey.ROWID.length()) : "";
    }

    /** A logical type in the words of standard SQL. */
    static String words(LogicalType type) {
        if (type instanceof LogicalType.Decimal decimal) {
            return decimal.precision() == null
                    ? "numeric"
                    : "numeric(" + decimal.precision() + "," + decimal.scale() + ")";
        } else if (type instanceof LogicalType.Uuid) {
            return "uuid";
        } else if (type instanceof LogicalType.Json json) {
            return json.binary() ? "jsonb" : "json";
        } else if (type instanceof LogicalType.Printed printed) {
            return printed.type();
        }
        return SqliteTypes.declared(type).toLowerCase(Locale.ROOT);
    }
}
