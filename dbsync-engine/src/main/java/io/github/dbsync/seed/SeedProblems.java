package io.github.dbsync.seed;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a seed, in words. No text here has a value of the data. */
final class SeedProblems {

    private static final int TABLES_NAMED = 10;

    private SeedProblems() {}

    static DbSyncException noFiles(String where, String why) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.SEED_FILES_MISSING,
                        "There is nothing to seed.",
                        where,
                        why,
                        "Put .sql, .csv or .yaml files into the folder seed, or name others with -Ddbsync.seed=<folder or file>"));
    }

    static DbSyncException malformed(String where, String why) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.SEED_FILE_MALFORMED, "A file of the seed cannot be read.", where, why, "Correct it there"));
    }

    static Problem unknownTable(SeedRow row, List<String> known) {
        String names = known.stream().sorted().limit(TABLES_NAMED).collect(Collectors.joining(", "));
        return Problem.refusal(
                ProblemCode.SEED_TABLE_UNKNOWN,
                "The database has no table " + row.table() + ".",
                row.where(),
                known.isEmpty()
                        ? "It has no tables at all."
                        : "It has " + names + (known.size() > TABLES_NAMED ? " and others." : "."),
                "Make the schema first, or correct the name; capitals count");
    }

    static Problem unknownColumn(SeedValue value, Table table, String column, boolean generated) {
        String columns = table.storedColumns().stream().map(Column::name).collect(Collectors.joining(", "));
        return Problem.refusal(
                ProblemCode.SEED_COLUMN_UNKNOWN,
                "The table " + table.name() + " takes no column " + column + ".",
                value.where(),
                generated ? "The database computes it." : "Its columns are " + columns + ".",
                generated ? "Leave it out" : "Correct the name; capitals count");
    }

    static Problem doesNotFit(SeedValue value, Table table, Column column) {
        return Problem.refusal(
                ProblemCode.SEED_VALUE_DOES_NOT_FIT,
                "A value does not fit into " + table.name() + "." + column.name() + ".",
                value.where(),
                "Its type is "
                        + (column.type().declared().isEmpty()
                                ? "not declared"
                                : column.type().declared())
                        + (value instanceof SeedValue.Bytes ? ", and the file has bytes." : "."),
                "Write it as docs/seeding.md says for that type");
    }

    static Problem nullValue(SeedValue value, Table table, Column column) {
        return missing(
                table.name() + "." + column.name() + " cannot be null.",
                value.where(),
                "Give it a value, or leave the column out where it has a default");
    }

    static Problem missingValue(TypedRow row, Column column) {
        return missing(
                "A row of " + row.table().name() + " has no value for " + column.name() + ".",
                row.row().where(),
                "Give it a value there: the column is NOT NULL and has no default");
    }

    private static Problem missing(String what, String where, String remedy) {
        return Problem.refusal(ProblemCode.SEED_VALUE_MISSING, what, where, "", remedy);
    }

    static Problem unknownReference(SeedValue.Reference reference, Table table, String column) {
        return Problem.refusal(
                ProblemCode.SEED_REFERENCE_UNKNOWN,
                table.name() + "." + column + " refers to a row that is not known: " + reference.label() + ".",
                reference.where(),
                reference.table() == null
                        ? "Without a table's name it is looked for in the table of the column's foreign key."
                        : "No file has a row of " + reference.table() + " with that label and a key.",
                "Correct it: !ref <label>, or !ref <Table>.<label>");
    }

    static Problem circle(SeedValue.Reference reference, Table table, String column) {
        return Problem.refusal(
                ProblemCode.SEED_REFERENCE_UNKNOWN,
                table.name() + "." + column + " refers to a key that is made from itself.",
                reference.where(),
                "The key of the row " + reference.label() + " is a reference too, and leads back here.",
                "Give one of these rows a key of its own");
    }

    static Problem labelTwice(TypedRow row, String label, TypedRow other) {
        return Problem.refusal(
                ProblemCode.SEED_KEY_TWICE,
                "Two rows of " + row.table().name() + " have the label " + label + ".",
                row.row().where(),
                "The other one is at " + other.row().where() + ".",
                "Give one of them another label");
    }

    static Problem keyTwice(TypedRow row, List<String> columns, TypedRow other) {
        return Problem.refusal(
                ProblemCode.SEED_KEY_TWICE,
                "Two rows of " + row.table().name() + " have the same " + String.join(", ", columns) + ".",
                row.row().where(),
                "The other one is at " + other.row().where() + ".",
                "Give one of them another key, or another label where the key is made from it");
    }

    static Problem withoutKey(TypedRow row) {
        return Problem.refusal(
                ProblemCode.SEED_ROW_WITHOUT_KEY,
                "A row of " + row.table().name() + " could not be found again by the next run.",
                row.row().where(),
                "Neither its primary key nor a unique one is given in full.",
                "Give it one of: " + keys(row.table()) + "; in YAML a label will do where the key is one column");
    }

    private static String keys(Table table) {
        return RowKey.columnsOf(table).stream()
                .map(columns -> "(" + String.join(", ", columns) + ")")
                .collect(Collectors.joining(" or "));
    }

    static Problem noParent(TypedRow row, ForeignKey key) {
        return Problem.refusal(
                ProblemCode.SEED_PARENT_MISSING,
                "A row of " + row.table().name() + " refers by " + String.join(", ", key.columns()) + " to a row of "
                        + key.parent() + " that is not there.",
                row.row().where(),
                "It is neither in the files nor in the database.",
                "Add that row, or refer to one by its label: !ref <label>");
    }

    static Problem refused(TypedRow row, Problem refusal) {
        return Problem.refusal(
                ProblemCode.SEED_ROW_REFUSED,
                "The database refuses a row of " + row.table().name() + ".",
                row.row().where(),
                refusal.why(),
                "Correct the row there");
    }

    static Problem failed(String where, Problem refusal) {
        return Problem.refusal(
                ProblemCode.SEED_STATEMENT_FAILED,
                "A statement of the seed fails. Nothing was changed.",
                where,
                refusal.why(),
                "Correct it there; where only one of the databases understands it, name the file <name>.sqlite.sql or"
                        + " <name>.postgresql.sql");
    }

    static Problem forbidden(String where, String verb) {
        return Problem.refusal(
                ProblemCode.SEED_STATEMENT_FORBIDDEN,
                "A statement of the seed is about transactions: " + verb + ".",
                where,
                "A seed is one transaction, all or nothing.",
                "Take it out of the file");
    }
}
