package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one table.
 *
 * @param source the table as the source has it, with logical types that its rows fit
 * @param target the table to make, with all its columns
 * @param restored whether {@code target} is what the source remembered, rather than a translation
 * @param sourceRows the rows to move
 * @param targetRows the rows that the target has in a table of that name now, or null where it has no such table
 */
public record TablePlan(
        Table source,
        Table target,
        boolean restored,
        long sourceRows,
        @Nullable Long targetRows) {

    public TablePlan {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
    }

    static TablePlan of(SelectedTable table, Table target, boolean restored, PlanInput input) {
        return new TablePlan(
                table.census().table(),
                target,
                restored,
                table.census().rows(),
                input.targetRows().get(target.name()));
    }

    /** The columns that number rows at the target and do not at the source, which so knows no state of a sequence. */
    List<Column> numberedAnew() {
        return target.columns().stream()
                .filter(column -> !restored && column.identity() != null)
                .filter(column -> source.lookupColumn(column.name())
                        .filter(from -> from.identity() == null)
                        .isPresent())
                .toList();
    }

    /** Whether rows of the target are replaced. */
    public boolean overwritesRows() {
        return targetRows != null && targetRows > 0;
    }

    /**
     * The target's table with the columns that are filled from the source: those that it computes stay, and so do those that
     * the source has. The others have their defaults in each row.
     */
    public Table writable() {
        return target.withColumns(target.columns().stream()
                .filter(column -> column.generated() != null
                        || source.lookupColumn(column.name()).isPresent())
                .toList());
    }

    /**
     * The source's table with the columns that are filled at the target, in the target's order, all read as plain ones: it has
     * the same stored columns as {@link #writable()}, with the same logical types. Columns that only the source computes stay as
     * they are: they are not read, but their names are taken.
     */
    public Table readable() {
        List<Column> stored = writable().storedColumns();
        Stream<Column> read = stored.stream().map(this::readable);
        Stream<Column> computed = source.columns().stream()
                .filter(column -> column.generated() != null)
                .filter(column ->
                        stored.stream().noneMatch(other -> other.name().equals(column.name())));
        return source.withColumns(Stream.concat(read, computed).toList());
    }

    private Column readable(Column stored) {
        Column column = source.lookupColumn(stored.name()).orElseThrow();
        return new Column(
                column.name(),
                column.type().withLogical(stored.logical()),
                column.nullable(),
                column.defaultValue(),
                column.identity(),
                null,
                column.collation());
    }
}
