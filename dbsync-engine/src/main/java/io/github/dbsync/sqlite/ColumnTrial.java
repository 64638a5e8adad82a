package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.rules.ColumnRule;
import java.sql.SQLException;
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
    private final @Nullable ColumnRule rule;

    private ColumnType type;
    private ColumnMapping mapping;
    private @Nullable Deque<ColumnType> others;

    private final Set<Storage> storages = EnumSet.noneOf(Storage.class);
    private Counted nulls = new Counted();
    private Counted misfits = new Counted();
    private @Nullable Misfit misfit;
    private @Nullable Counted firstMisfits;
    private @Nullable Misfit firstMisfit;

    /**
     * @param exact whether the column's type must hold as it is
     * @param rule what the user says of the column, or null
     */
    ColumnTrial(Column column, Affinity affinity, boolean exact, @Nullable ColumnRule rule) {
        this.column = column;
        this.affinity = affinity;
        this.exact = exact;
        this.rule = rule;
        if (rule == null) {
            this.type = column.type();
        } else {
            this.others = new ArrayDeque<>(RuledTypes.of(rule, column.type().declared()));
            this.type = others.remove();
        }
        this.mapping = mapping();
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

    /** Whether values of a storage class must be looked at, since it alone does not prove them. */
    boolean looksAt(Storage storage) {
        return storage != Storage.NULL && !mapping.fitsEvery(storage);
    }

    /** Tries the value of one row. */
    void row(Cells cells, int index, Vector vector, int row, RowNaming naming) throws SQLException {
        Storage storage = cells.storage(index);
        Misfit found = looksAt(storage) ? mapping.read(cells, index, storage, vector, row) : null;
        if (storage == Storage.NULL) {
            nulls.add(naming);
            vector.setNull(row);
        } else {
            storages.add(storage);
        }
        if (found != null) {
            misfit = misfit == null ? found : misfit;
            misfits.add(found.isOfBytes() ? () -> naming.name() + cells.badByte(index) : naming);
            vector.setNull(row);
        }
    }

    /** Whether another type must be tried; then that type is set up. */
    boolean goesOn() {
        if (misfit == null || exact) {
            return false;
        }
        if (firstMisfit == null) {
            firstMisfits = misfits;
            firstMisfit = misfit;
        }
        if (others == null) {
            others = new ArrayDeque<>(SqliteTypes.weaker(column.logical(), affinity, storages).stream()
                    .map(weaker -> new ColumnType(weaker, column.type().declared()))
                    .toList());
        }
        ColumnType next = others.poll();
        if (next != null) {
            tryNext(next);
        }
        return next != null;
    }

    private void tryNext(ColumnType next) {
        type = next;
        mapping = mapping();
        misfit = null;
        misfits = new Counted();
        nulls = new Counted();
    }

    boolean fits() {
        return misfit == null;
    }

    /** What is wrong with the first value that does not fit the type tried last. */
    Misfit misfit() {
        return misfit == null ? Misfit.NULL_VALUE : misfit;
    }

    Counted misfits() {
        return misfits;
    }

    Counted nulls() {
        return nulls;
    }

    /** The column with the type that holds all its values. */
    Column proven() {
        return column.withType(mapping instanceof Probe probe ? probe.typeOf(type) : type);
    }

    /** What the user says of the column, or null. */
    @Nullable
    ColumnRule rule() {
        return rule;
    }

    /** How many values will be others after the way back, though they mean the same. */
    long notReversible() {
        return mapping instanceof Probe probe ? probe.notReversible() : 0;
    }

    /** What was wrong with the declared type, or null where it holds. */
    @Nullable
    Misfit weakenedBy() {
        return firstMisfit;
    }

    Counted weakenings() {
        return firstMisfits == null ? misfits : firstMisfits;
    }

    /** Names the row that is being tried. */
    @FunctionalInterface
    interface RowNaming {
        String name() throws SQLException;
    }

    /** How many there are, and which row was the first. */
    static final class Counted {
        private long count;
        private String first = "";

        private void add(RowNaming naming) throws SQLException {
            if (count++ == 0) {
                first = naming.name();
            }
        }

        long count() {
            return count;
        }

        String first() {
            return first;
        }
    }
}
