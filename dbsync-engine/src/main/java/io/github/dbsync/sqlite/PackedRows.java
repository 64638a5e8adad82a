package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.CatalogRows.SchemaObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables whose rows only SQLite understands: each row travels as one blob, a {@link PackedRow}, whatever its columns hold. To
 * others such a table has this one column.
 */
final class PackedRows {

    private static final String OPTION = "PACKED ROWS";

    private static final String ROW = "row";

    /** No column of SQLite can have this name. */
    private static final String IMAGE_ROW = "\0row";

    private static final String COLUMNS =
            "SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0 ORDER BY cid";

    private PackedRows() {}

    static Table table(SchemaObject object) {
        return new Table(
                QualifiedName.of(object.name()),
                List.of(column(ROW)),
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

    /**
     * A table as an image has it: all that the dialect says of it, and its rows packed. The columns that a row is packed from
     * are there by name, as if they were computed from it; those that SQLite computes are not.
     */
    static Table image(SqliteDatabase database, Table table) {
        Stream<Column> packed = names(database, table)
                .map(name -> table.lookupColumn(name).orElseGet(() -> column(name)))
                .map(PackedRows::computed);
        return table.withColumns(
                        Stream.concat(Stream.of(column(IMAGE_ROW)), packed).toList())
                .withOptions(Stream.concat(Stream.of(OPTION), table.options().stream())
                        .distinct()
                        .toList());
    }

    private static Column computed(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.defaultValue(),
                column.identity(),
                new Generated(new Expression(IMAGE_ROW, null), true),
                column.collation());
    }

    /** The table of an image with the columns that its rows are packed from. */
    static Table unpacked(Table image) {
        return image.withColumns(image.columns().subList(1, image.columns().size()));
    }

    /** The name under which the rowid is packed before the values; none where a column of the row is the rowid. */
    static Optional<String> rowid(Table unpacked) {
        boolean isColumn = unpacked.columns().stream().anyMatch(column -> column.identity() != null);
        return isColumn ? Optional.empty() : RowQuery.rowid(unpacked);
    }

    static boolean arePacked(Table table) {
        return table.options().contains(OPTION);
    }

    /** The table with the columns that it really has and that hold values. */
    static Table unpacked(SqliteDatabase database, Table table) {
        return table.withColumns(names(database, table)
                .map(name ->
                        identity(table, name).map(column(name)::withIdentity).orElseGet(() -> column(name)))
                .toList());
    }

    private static Optional<Identity> identity(Table table, String column) {
        return table.columns().stream()
                .filter(other -> other.name().equals(column))
                .map(Column::identity)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<String> names(SqliteDatabase database, Table table) {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = database.prepare(COLUMNS)) {
            statement.setString(1, table.name().name());
            ResultSet names = statement.executeQuery();
            while (names.next()) {
                columns.add(names.getString(1));
            }
            return columns.stream();
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private static Column column(String name) {
        return new Column(name, new ColumnType(new LogicalType.Bytes(), "BLOB"), false, null, null, null, null);
    }
}
