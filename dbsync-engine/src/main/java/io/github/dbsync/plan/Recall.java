package io.github.dbsync.plan;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the source's memory says of one of its tables.
 *
 * @param table the table as it is now; columns that nobody changed have the logical types of their origin
 * @param remembered the table's origin and how it was made here, or null where nothing is remembered of it
 * @param unchanged whether the table's definition is still the one that was made here, so that its origin still applies
 */
public record Recall(Table table, @Nullable RememberedTable remembered, boolean unchanged) {

    /** An auxiliary table whose rows are kept here. */
    public static Recall kept(RememberedTable auxiliary) {
        return new Recall(auxiliary.created(), auxiliary, true);
    }

    /** Asks a memory about a table of the source's catalog. */
    public static Recall of(Table current, Optional<Memory> memory) {
        return memory.flatMap(m -> m.lookupTable(current.name()))
                .map(remembered -> of(current, remembered))
                .orElseGet(() -> new Recall(current, null, false));
    }

    private static Recall of(Table current, RememberedTable remembered) {
        boolean unchanged = areDefinedAlike(current, remembered.created());
        Table typed = current.withColumns(current.columns().stream()
                .map(column -> typed(column, remembered))
                .toList());
        return new Recall(typed, remembered, unchanged);
    }

    private static Column typed(Column column, RememberedTable remembered) {
        return originOf(column, remembered)
                .map(origin -> column.withType(
                        column.type().withLogical(origin.logical()).withForm(form(column, remembered))))
                .orElse(column);
    }

    private static @Nullable StoredForm form(Column column, RememberedTable remembered) {
        return remembered
                .created()
                .lookupColumn(column.name())
                .orElseThrow()
                .type()
                .form();
    }

    /** The origin of a column that is still as it was made. */
    Optional<Column> originOf(Column column) {
        return remembered == null ? Optional.empty() : originOf(column, remembered);
    }

    private static Optional<Column> originOf(Column column, RememberedTable remembered) {
        return remembered
                .created()
                .lookupColumn(column.name())
                .filter(created ->
                        created.type().declared().equals(column.type().declared()))
                .flatMap(created -> remembered.origin().lookupColumn(created.name()));
    }

    /**
     * A table without the checks that were added here for want of a type, where the column gets that type back. PostgreSQL's
     * own checks have names, and those that stand for its enums have none.
     */
    Table withoutAddedChecks(Table current) {
        return current.withChecks(
                current.checks().stream().filter(check -> !isAdded(check)).toList());
    }

    private boolean isAdded(Check check) {
        return remembered != null
                && check.name() == null
                && check.condition().portable() != null
                && remembered.created().checks().contains(check)
                && check.condition().portable().stream()
                        .filter(Expression.Token.Name.class::isInstance)
                        .map(token -> ((Expression.Token.Name) token).column())
                        .allMatch(name ->
                                table.lookupColumn(name).flatMap(this::originOf).isPresent());
    }

    /**
     * The origin with the state that its sequences have now: theirs where nobody drew a number since, the current one
     * otherwise.
     */
    Table restored() {
        RememberedTable table = remembered();
        if (table == null) {
            throw new IllegalStateException("Nothing is remembered of " + this.table.name());
        }
        return table.origin()
                .withColumns(table.origin().columns().stream()
                        .map(origin -> origin.withIdentity(restoredIdentity(origin, table.created())))
                        .toList());
    }

    private @Nullable Identity restoredIdentity(Column origin, Table created) {
        Identity now = table.lookupColumn(origin.name()).map(Column::identity).orElse(null);
        Identity then =
                created.lookupColumn(origin.name()).map(Column::identity).orElse(null);
        Identity identity = origin.identity();
        if (identity == null || now == null || now.equals(then)) {
            return identity;
        }
        return new Identity(
                identity.kind(),
                identity.sequence()
                        .withState(now.sequence().lastValue(), now.sequence().called()));
    }

    /** Whether two tables of one dialect have the same definition, whatever numbers were drawn since. */
    public static boolean areDefinedAlike(Table one, Table other) {
        return one.asDefined().equals(other.asDefined());
    }
}
