package io.github.dbsync.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.EscapedText;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text in which what PostgreSQL's text cannot hold is escaped, in the words of {@link EscapedText}. */
record EscapedTextMapping(EscapedText form, Affinity affinity) implements ColumnMapping {

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+|\\d+\\.\\d+(E-?\\d+)?|Infinity)");
    private static final String TEXT_MARK = "\\t";
    private static final String BLOB_MARK = "\\x";
    private static final HexFormat HEX = HexFormat.of();

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage == Storage.TEXT) {
            ByteSlice text = cells.text(column);
            if (!Utf8.isValid(text)) {
                return Misfit.INVALID_UTF;
            }
            set(vector, row, escaped(text.utf8()));
            return null;
        }
        if (!form.everyClass()) {
            return Misfit.of(storage);
        }
        set(
                vector,
                row,
                switch (storage) {
                    case INTEGER -> Long.toString(cells.integer(column));
                    case REAL -> Double.toString(cells.real(column));
                    case BLOB -> BLOB_MARK + HEX.formatHex(cells.blob(column).copy());
                    case TEXT, NULL -> throw new IllegalStateException(storage.name());
                });
        return null;
    }

    private static void set(Vector vector, int row, String text) {
        ((BytesVector) vector).set(row, text.getBytes(UTF_8));
    }

    private String escaped(String text) {
        boolean plain = text.indexOf('\0') < 0
                && !text.startsWith("\\")
                && !(form.everyClass() && NUMBER.matcher(text).matches());
        return plain ? text : TEXT_MARK + text.replace("\\", "\\\\").replace("\0", "\\0");
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        String text = new String(((BytesVector) vector).copy(row), UTF_8);
        Object value = value(text);
        boolean same = value != null && StoredValue.of(value, affinity).equals(StoredValue.asItIs(value));
        return same ? value : null;
    }

    /** What a text says, or null where it is not in the only form that says it. */
    private @Nullable Object value(String text) {
        if (form.everyClass() && text.startsWith(BLOB_MARK)) {
            return blob(text.substring(BLOB_MARK.length()));
        }
        if (text.startsWith("\\")) {
            return text(text);
        }
        return form.everyClass() && NUMBER.matcher(text).matches() ? number(text) : text;
    }

    private static byte @Nullable [] blob(String digits) {
        boolean hex = digits.length() % 2 == 0 && digits.matches("[0-9a-f]*");
        return hex ? HEX.parseHex(digits) : null;
    }

    private @Nullable String text(String escaped) {
        if (!escaped.startsWith(TEXT_MARK)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int at = TEXT_MARK.length(); at < escaped.length(); at++) {
            boolean backslash = escaped.charAt(at) == '\\' && at + 1 < escaped.length();
            char character = escaped.charAt(backslash ? ++at : at);
            text.append(backslash && character == '0' ? '\0' : character);
        }
        return escaped(text.toString()).equals(escaped) ? text.toString() : null;
    }

    private static @Nullable Object number(String text) {
        try {
            boolean integer = text.indexOf('.') < 0 && !text.endsWith("Infinity");
            Object number = integer ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
            return number.toString().equals(text) ? number : null;
        } catch (NumberFormatException tooGreat) {
            return null;
        }
    }
}
