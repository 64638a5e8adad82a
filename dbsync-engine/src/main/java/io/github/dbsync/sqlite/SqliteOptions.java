package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;

/** What SQLite says of a table behind its closing parenthesis. */
final class SqliteOptions {

    static final String WITHOUT_ROWID = "WITHOUT ROWID";
    static final String STRICT = "STRICT";

    private SqliteOptions() {}

    static boolean isWithoutRowid(Table table) {
        return table.options().contains(WITHOUT_ROWID);
    }

    static boolean isStrict(Table table) {
        return table.options().contains(STRICT);
    }
}
