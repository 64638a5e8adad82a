package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a given table, each beside that of the source whose values it takes.
 *
 * @param owner who gives the table
 * @param source the table as the source has it, with logical types that its rows fit
 * @param given the table as it is given
 */
record GivenColumns(SchemaOwner owner, Table source, Table given) {

    /** The table to make: as it is given, for the values that the source has, and counting on from where the source does. */
    Table target() {
        return given.withColumns(given.columns().stream().map(this::column).toList());
    }

    private Column column(Column column) {
        return source.lookupColumn(column.name())
                .map(from -> column.withType(type(column, from)).withIdentity(countingOn(column, from)))
                .orElse(column);
    }

    /** What was found or remembered of a column holds on the other side too. */
    private static ColumnType type(Column column, Column from) {
        StoredForm known = from.type().form();
        return new ColumnType(
                from.logical(),
                column.type().declared(),
                known == null ? column.type().form() : known);
    }

    private static @Nullable Identity countingOn(Column column, Column from) {
        if (column.identity() == null || from.identity() == null) {
            return column.identity();
        }
        Sequence sequence = column.identity().sequence();
        Sequence state = from.identity().sequence();
        boolean started = state.lastValue() >= sequence.min();
        return new Identity(
                column.identity().kind(),
                sequence.withState(
                        started ? Math.min(state.lastValue(), sequence.max()) : sequence.start(),
                        started && state.called()));
    }

    /** A refusal for each column whose values would be lost, or that would have none; a note for each that does without. */
    List<Problem> findings() {
        return Stream.concat(
                        source.storedColumns().stream()
                                .filter(column ->
                                        given.lookupColumn(column.name()).isEmpty())
                                .map(this::lost),
                        given.storedColumns().stream()
                                .filter(column ->
                                        source.lookupColumn(column.name()).isEmpty())
                                .map(column -> doesWithout(column) ? notFilled(column) : required(column)))
                .toList();
    }

    private static boolean doesWithout(Column column) {
        return column.nullable() || column.defaultValue() != null || column.identity() != null;
    }

    private Problem lost(Column column) {
        return Problem.refusal(
                ProblemCode.SCHEMA_LACKS_COLUMN,
                "The column " + column.name() + " of " + source.name() + " has no place at the target.",
                place(column),
                owner.name()
                        + ", says what the target's tables are and does not know the column: its values would be lost.",
                owner.whenItLacks() + "; or leave the table out with -Ddbsync.exclude=" + source.name());
    }

    private Problem required(Column column) {
        return Problem.refusal(
                ProblemCode.SOURCE_LACKS_COLUMN,
                "The column " + column.name() + " of " + given.name() + " would have no values.",
                place(column),
                owner.name() + ", requires it without a default, and the source does not have it.",
                owner.whenSourceLacks() + "; or leave the table out with -Ddbsync.exclude=" + source.name());
    }

    private Problem notFilled(Column column) {
        return Problem.note(
                ProblemCode.SOURCE_LACKS_COLUMN,
                "The column " + column.name() + " of " + given.name() + " is new: each row has its default, or null.",
                place(column),
                owner.name() + ", has it, and the source does not.",
                "Nothing to do where that is right; else: " + owner.whenSourceLacks());
    }

    private String place(Column column) {
        return "table " + source.name() + ", column " + column.name();
    }
}
