package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.rules.ColumnRule;
import io.github.dbsync.sqlite.ColumnTally.Counted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries a column's values against one type after the other, from the declared one to weaker ones, or else those that a rule
 * leaves it, until one holds them all. A trial goes over all rows for each type.
 */
final class ColumnTrial {

    private final Column column;
    private final Affinity affinity;
    private final boolean exact;
    private final boolean ranges;
    private final @Nullable ColumnRule rule;

    private ColumnType type;
    private @Nullable Deque<ColumnType> others;

    private final Set<Storage> storages = EnumSet.noneOf(Storage.class);
    private ColumnTally tally;
    private @Nullable ColumnTally first;

    /**
     * @param exact whether the column's type must hold as it is
     * @param ranges whether it matters from where to where its integers go
     * @param rule what the user says of the column, or null
     */
    ColumnTrial(Column column, Affinity affinity, boolean exact, boolean ranges, @Nullable ColumnRule rule) {
        this.column = column;
        this.affinity = affinity;
        this.exact = exact;
        this.ranges = ranges;
        this.rule = rule;
        if (rule == null) {
            this.type = column.type();
        } else {
            this.others = new ArrayDeque<>(RuledTypes.of(rule, column.type().declared()));
            this.type = others.remove();
        }
        this.tally = tally();
    }

    private ColumnMapping mapping() {
        if (probes()) {
            return new TemporalProbe(rule == null ? null : type.logical());
        }
        return rule == null ? SqliteTypes.mapping(type, affinity) : RuledTypes.trial(type, affinity);
    }

    private boolean probes() {
        LogicalType logical = type.logical();
        boolean temporal = logical instanceof LogicalType.Date
                || logical instanceof LogicalType.Time
                || logical instanceof LogicalType.Timestamp;
        return temporal && !exact && type.form() == null;
    }

    Column column() {
        return column;
    }

    /** Whether only the column's own type will do. */
    boolean isExact() {
        return exact;
    }

    /** The column with the type that is being tried. */
    Column tried() {
        return column.withType(type);
    }

    /** A tally of the type that is being tried, to be shown some rows. */
    ColumnTally tally() {
        return new ColumnTally(mapping(), ranges);
    }

    /** Ends a round with what all rows say of the type. */
    void end(ColumnTally all) {
        tally = all;
        storages.addAll(all.storages());
    }

    /** Whether another type must be tried; then that type is set up. */
    boolean goesOn() {
        if (fits() || exact) {
            return false;
        }
        first = first == null ? tally : first;
        if (others == null) {
            others = new ArrayDeque<>(SqliteTypes.weaker(column.logical(), affinity, storages).stream()
                    .map(weaker -> new ColumnType(weaker, column.type().declared()))
                    .toList());
        }
        ColumnType next = others.poll();
        type = next == null ? type : next;
        return next != null;
    }

    boolean fits() {
        return tally.misfit() == null;
    }

    /** What is wrong with the first value that does not fit the type tried last. */
    Misfit misfit() {
        Misfit found = tally.misfit();
        return found == null ? Misfit.NULL_VALUE : found;
    }

    Counted misfits() {
        return tally.misfits();
    }

    Counted nulls() {
        return tally.nulls();
    }

    /** Whether all values that are not null are integers of a range; only where that matters. */
    boolean isWithin(IntegerRange range) {
        return tally.isWithin(range);
    }

    /** The column with the type that holds all its values. */
    Column proven() {
        return column.withType(tally.mapping() instanceof Probe probe ? probe.typeOf(type) : type);
    }

    /** What the user says of the column, or null. */
    @Nullable
    ColumnRule rule() {
        return rule;
    }

    /** How many values will be others after the way back, though they mean the same. */
    long notReversible() {
        return tally.mapping() instanceof Probe probe ? probe.notReversible() : 0;
    }

    /** What was wrong with the declared type, or null where it holds. */
    @Nullable
    Misfit weakenedBy() {
        return first == null ? null : first.misfit();
    }

    Counted weakenings() {
        return first == null ? tally.misfits() : first.misfits();
    }
}
