package io.github.dbsync.seed;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for rows whose parent is neither in the files nor in the database. Keys whose types the databases compare by rules of
 * their own are left to them.
 */
final class ParentCheck {

    private final List<RowChange> changes;
    private final SeedTables tables;
    private final PresentRows present;

    ParentCheck(List<RowChange> changes, SeedTables tables, PresentRows present) {
        this.changes = changes;
        this.tables = tables;
        this.present = present;
    }

    List<Problem> problems() {
        return changes.stream().flatMap(this::problems).toList();
    }

    private Stream<Problem> problems(RowChange change) {
        return change.row().table().foreignKeys().stream()
                .filter(key -> isMissing(change, key))
                .map(key -> SeedProblems.noParent(change.row(), key));
    }

    private boolean isMissing(RowChange change, ForeignKey key) {
        RowKey mine = RowKey.of(change.after(), key.columns());
        Optional<Table> parent = tables.lookup(key.parent());
        if (mine.hasNull()
                || parent.filter(table -> isComparable(change.row().table(), key, table))
                        .isEmpty()) {
            return false;
        }
        RowKey wanted = new RowKey(key.parentColumns(), mine.values());
        return present.lookup(parent.get(), wanted).isEmpty() && !isAdded(key, wanted);
    }

    private boolean isAdded(ForeignKey key, RowKey wanted) {
        return changes.stream()
                .filter(other -> other.row().table().name().equals(key.parent()))
                .anyMatch(other -> RowKey.of(other.after(), wanted.columns()).equals(wanted));
    }

    private static boolean isComparable(Table child, ForeignKey key, Table parent) {
        return IntStream.range(0, key.columns().size())
                .allMatch(i -> isComparable(
                        child.lookupColumn(key.columns().get(i)),
                        parent.lookupColumn(key.parentColumns().get(i))));
    }

    private static boolean isComparable(Optional<Column> child, Optional<Column> parent) {
        return child.isPresent()
                && parent.isPresent()
                && Objects.equals(
                        child.get().logical().getClass(), parent.get().logical().getClass())
                && child.get().collation() == null
                && parent.get().collation() == null
                && isPlain(child.get().logical())
                && isPlain(parent.get().logical());
    }

    private static boolean isPlain(LogicalType type) {
        return type instanceof LogicalType.Int
                || type instanceof LogicalType.Uuid
                || (type instanceof LogicalType.Text text && !text.padded());
    }
}
