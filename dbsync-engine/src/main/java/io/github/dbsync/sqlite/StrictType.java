package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.SerialType;
import java.util.Locale;

/** What a column of a STRICT table takes besides null, after its affinity was applied (SQLite docs, "STRICT Tables", 2). */
enum StrictType {
    INTEGER,
    REAL,
    TEXT,
    BLOB,
    ANY;

    /** The type of a column; one of a table that is not STRICT takes everything. */
    static StrictType of(String declared, boolean strict) {
        String type = strict ? declared.toUpperCase(Locale.ROOT) : "";
        return switch (type) {
            case "INT", "INTEGER" -> INTEGER;
            case "REAL" -> REAL;
            case "TEXT" -> TEXT;
            case "BLOB" -> BLOB;
            default -> ANY;
        };
    }

    /** Whether a column takes a value of a {@link SerialType} that is not null. */
    boolean takes(long type) {
        return switch (this) {
            case INTEGER -> SerialType.isInteger(type);
            case REAL -> SerialType.isInteger(type) || type == SerialType.REAL;
            case TEXT -> SerialType.isText(type);
            case BLOB -> SerialType.isBlob(type);
            case ANY -> true;
        };
    }
}
