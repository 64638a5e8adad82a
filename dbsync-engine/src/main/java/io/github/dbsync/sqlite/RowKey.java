package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import java.sql.SQLException;

/** How a row is named to the user: by its rowid, else by what its key consists of, for a key's value is data. */
final class RowKey {

    static final String ROWID = "rowid=";

    private RowKey() {}

    static String of(Cells cells, RowQuery query, Table table, long number) throws SQLException {
        if (query.hasRowid()) {
            return ROWID + cells.rowid();
        }
        Key key = table.primaryKey();
        String order = key == null ? "" : " in the order of (" + String.join(", ", key.columns()) + ")";
        return "row " + number + order;
    }
}
