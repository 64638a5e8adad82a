package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.CatalogRows.SchemaObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables whose rows only SQLite understands: each row travels as one blob, a {@link PackedRow}, whatever its columns hold. To
 * others such a table has this one column.
 */
final class PackedRows {

    private static final String OPTION = "PACKED ROWS";

    private static final String COLUMNS =
            "SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0 ORDER BY cid";

    private PackedRows() {}

    static Table table(SchemaObject object) {
        return new Table(
                QualifiedName.of(object.name()),
                List.of(column("row")),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                object.withoutRowid() != null && object.withoutRowid() == 1
                        ? List.of(OPTION, SqliteOptions.WITHOUT_ROWID)
                        : List.of(OPTION),
                object.sql());
    }

    static boolean arePacked(Table table) {
        return table.options().contains(OPTION);
    }

    /** The table with the columns that it really has. */
    static Table unpacked(SqliteDatabase database, Table table) {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = database.prepare(COLUMNS)) {
            statement.setString(1, table.name().name());
            ResultSet names = statement.executeQuery();
            while (names.next()) {
                columns.add(column(names.getString(1)));
            }
            return table.withColumns(columns);
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private static Column column(String name) {
        return new Column(name, new ColumnType(new LogicalType.Bytes(), "BLOB"), false, null, null, null, null);
    }
}
