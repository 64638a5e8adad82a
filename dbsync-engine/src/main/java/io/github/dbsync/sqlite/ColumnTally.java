package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Vector;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some rows of a table say of one column and the type that is tried for it. Not thread-safe. */
final class ColumnTally {

    private final ColumnMapping mapping;
    private final boolean ranges;
    private final Set<Storage> fitting = EnumSet.allOf(Storage.class);
    private final Set<Storage> storages = EnumSet.noneOf(Storage.class);
    private final Counted nulls = new Counted();
    private final Counted misfits = new Counted();
    private @Nullable Misfit misfit;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    /**
     * @param mapping tries the values; no other tally's
     * @param ranges whether it matters from where to where its integers go
     */
    ColumnTally(ColumnMapping mapping, boolean ranges) {
        this.mapping = mapping;
        this.ranges = ranges;
        fitting.removeIf(storage -> !mapping.fitsEvery(storage));
    }

    /** Tries the value of one row; a value that fits by its storage class alone is not looked at. */
    void row(Cells cells, int index, Vector scratch, RowNaming naming) throws SQLException {
        Storage storage = cells.storage(index);
        if (storage == Storage.NULL) {
            nulls.add(naming);
            return;
        }
        storages.add(storage);
        if (ranges && storage == Storage.INTEGER) {
            addToRange(cells.integer(index));
        }
        Misfit found = fitting.contains(storage) ? null : read(cells, index, storage, scratch);
        if (found != null) {
            misfit = misfit == null ? found : misfit;
            misfits.add(found.isOfBytes() ? () -> naming.name() + cells.badByte(index) : naming);
        }
    }

    /** Nobody wants the values afterwards: each is read into the place of the one before. */
    private @Nullable Misfit read(Cells cells, int index, Storage storage, Vector scratch) throws SQLException {
        scratch.clear();
        return mapping.read(cells, index, storage, scratch, 0);
    }

    private void addToRange(long value) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    /**
     * Takes in what later rows say of the same column and type.
     *
     * @return false where it cannot be told from that what all these rows together say; then neither tally is of any use
     */
    boolean takeIn(ColumnTally later) {
        storages.addAll(later.storages);
        nulls.takeIn(later.nulls);
        misfits.takeIn(later.misfits);
        misfit = misfit == null ? later.misfit : misfit;
        least = Math.min(least, later.least);
        greatest = Math.max(greatest, later.greatest);
        return !(mapping instanceof Probe probe) || probe.takeIn((Probe) later.mapping);
    }

    ColumnMapping mapping() {
        return mapping;
    }

    /** The storage classes of the values that are not null. */
    Set<Storage> storages() {
        return storages;
    }

    /** Whether all values that are not null are integers of a range; only of a tally that notes this. */
    boolean isWithin(IntegerRange range) {
        boolean integers = Set.of(Storage.INTEGER).containsAll(storages);
        return ranges && integers && (least > greatest || range.contains(new IntegerRange(least, greatest)));
    }

    /** What is wrong with the first value that does not fit, or null where all do. */
    @Nullable
    Misfit misfit() {
        return misfit;
    }

    Counted misfits() {
        return misfits;
    }

    Counted nulls() {
        return nulls;
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

        private void takeIn(Counted later) {
            first = count == 0 ? later.first : first;
            count += later.count;
        }

        long count() {
            return count;
        }

        String first() {
            return first;
        }
    }
}
