package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON without a blank. SQLite makes a number of the text of one in a column of a numeric type, and reading makes a text of it
 * again. Counts the texts that are others after the way back. Not thread-safe.
 */
final class CompactJsonMapping implements Probe {

    private final boolean binary;
    private final Affinity affinity;
    private long unusual;

    /** @param binary whether the other database orders keys and writes all texts in one way */
    CompactJsonMapping(boolean binary, Affinity affinity) {
        this.binary = binary;
        this.affinity = affinity;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        BytesVector bytes = (BytesVector) vector;
        return switch (storage) {
            case INTEGER -> number(bytes, row, BigDecimal.valueOf(cells.integer(column)));
            case REAL ->
                Double.isFinite(cells.real(column))
                        ? number(bytes, row, DecimalText.shortest(cells.real(column)))
                        : Misfit.NO_JSON;
            case TEXT -> text(bytes, row, cells.text(column).copy());
            case BLOB, NULL -> Misfit.of(storage);
        };
    }

    private static @Nullable Misfit number(BytesVector bytes, int row, BigDecimal number) {
        bytes.set(row, number.toPlainString().getBytes(StandardCharsets.US_ASCII));
        return null;
    }

    private @Nullable Misfit text(BytesVector bytes, int row, byte[] text) {
        Misfit misfit = Utf8.check(ByteSlice.of(text));
        if (misfit != null) {
            return misfit;
        }
        byte[] json = binary ? JsonbText.of(text) : text;
        if (json == null || (!binary && !JsonMapping.isJson(text))) {
            return binary ? Misfit.NO_JSONB : Misfit.NO_JSON;
        }
        bytes.set(row, json);
        unusual += Arrays.equals(text, said(bytes, row).getBytes(StandardCharsets.UTF_8)) ? 0 : 1;
        return null;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        String text = said((BytesVector) vector, row);
        return affinity.bendsNumericText() && NumericText.is(text) ? number(text) : text;
    }

    private String said(BytesVector bytes, int row) {
        String text = new String(bytes.array(), bytes.start(row), bytes.length(row), StandardCharsets.UTF_8);
        return binary ? JsonbText.compact(text) : text;
    }

    /** The number that is read as this very text again, or null where there is none. */
    private static @Nullable Object number(String text) {
        BigDecimal number = DecimalText.parse(text.strip());
        if (number == null || !number.toPlainString().equals(text)) {
            return null;
        }
        boolean integer = number.scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
        double nearest = number.doubleValue();
        boolean real = Double.isFinite(nearest)
                && DecimalText.shortest(nearest).toPlainString().equals(text);
        return integer ? (Object) number.longValueExact() : real ? (Object) nearest : null;
    }

    @Override
    public ColumnType typeOf(ColumnType tried) {
        return tried.withForm(new CompactJson());
    }

    @Override
    public boolean takeIn(Probe later) {
        unusual += ((CompactJsonMapping) later).unusual;
        return true;
    }

    @Override
    public long notReversible() {
        return unusual;
    }
}
