package io.github.dbsync.sqlite;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.TemporalForm;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds out whether all dates and times of a column are texts of one and the same form, and which. */
final class TemporalProbe implements Probe {

    private final TemporalParser parser = new TemporalParser();
    private final @Nullable LogicalType only;
    private @Nullable TemporalForm form;

    /** @param only the type that the form has to prove, or null where any will do */
    TemporalProbe(@Nullable LogicalType only) {
        this.only = only;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        if (!parser.parse(cells.text(column)) || !isOfOneForm()) {
            return Misfit.ANOTHER_FORM;
        }
        ((LongVector) vector).set(row, 0);
        return null;
    }

    private boolean isOfOneForm() {
        if (form == null) {
            form = parser.form();
            form = form != null && only != null && !logical(only, form).equals(only) ? null : form;
        }
        boolean endsDay = parser.microsOfDay() == TemporalParser.MICROS_PER_DAY;
        boolean zonedTime = parser.hasOffset() && !parser.hasDate();
        return form != null && parser.isIn(form) && !endsDay && !zonedTime;
    }

    /** The first form is the one of all. */
    @Override
    public boolean takeIn(Probe later) {
        TemporalForm found = ((TemporalProbe) later).form;
        boolean same = form == null || found == null || form.equals(found);
        form = form == null ? found : form;
        return same;
    }

    @Override
    public Object write(Vector vector, int row) {
        throw new IllegalStateException("a probe only reads");
    }

    /** The type that the form proves. */
    @Override
    public ColumnType typeOf(ColumnType declared) {
        return form == null ? declared : new ColumnType(logical(declared.logical(), form), declared.declared(), form);
    }

    private static LogicalType logical(LogicalType declared, TemporalForm form) {
        if (!form.date()) {
            return new LogicalType.Time();
        }
        boolean zoned = declared instanceof LogicalType.Timestamp timestamp && timestamp.zoned();
        boolean instants = declared instanceof LogicalType.Timestamp || form.time();
        return instants ? new LogicalType.Timestamp(zoned || form.zoned()) : new LogicalType.Date();
    }
}
