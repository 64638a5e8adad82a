package io.github.dbsync.sqlite;

import org.sqlite.core.Codes;

/** The storage class of a value (SQLite docs, "Datatypes In SQLite", 2). */
enum Storage {
    INTEGER,
    REAL,
    TEXT,
    BLOB,
    NULL;

    /** @param code the driver's number of the class */
    static Storage of(int code) {
        return switch (code) {
            case Codes.SQLITE_INTEGER -> INTEGER;
            case Codes.SQLITE_FLOAT -> REAL;
            case Codes.SQLITE_TEXT -> TEXT;
            case Codes.SQLITE_BLOB -> BLOB;
            default -> NULL;
        };
    }
}
