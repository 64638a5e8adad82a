package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Default.Meaning;
import io.github.dbsync.catalog.LogicalType;
import java.util.Locale;
import java.util.Optional;

/** Says what a default means in SQLite. */
final class DefaultWriter {

    private DefaultWriter() {}

    /** The text behind DEFAULT, or empty where only the foreign database can say it. */
    static Optional<String> write(Meaning meaning, LogicalType type) {
        if (meaning instanceof Meaning.Null) {
            return Optional.of("NULL");
        } else if (meaning instanceof Meaning.Text text) {
            return Optional.of(SqliteNames.literal(text.value()));
        } else if (meaning instanceof Meaning.Number number) {
            return Optional.of(isKeptAsNumber(type) ? number.digits() : SqliteNames.literal(number.digits()));
        } else if (meaning instanceof Meaning.Bool bool) {
            return Optional.of(bool.value() ? "TRUE" : "FALSE");
        } else if (meaning instanceof Meaning.Bytes bytes) {
            return Optional.of("X'" + bytes.hex().toUpperCase(Locale.ROOT) + "'");
        } else if (meaning instanceof Meaning.CurrentTimestamp) {
            return Optional.of("CURRENT_TIMESTAMP");
        } else if (meaning instanceof Meaning.CurrentDate) {
            return Optional.of("CURRENT_DATE");
        } else if (meaning instanceof Meaning.CurrentTime) {
            return Optional.of("CURRENT_TIME");
        }
        return Optional.empty();
    }

    /** A decimal is kept as text, and its trailing zeros with it. */
    private static boolean isKeptAsNumber(LogicalType type) {
        return type instanceof LogicalType.Bool || type instanceof LogicalType.Int || type instanceof LogicalType.Float;
    }
}
