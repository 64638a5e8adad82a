package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.EmptyTable.WrittenIndex;
import io.github.dbsync.sqlite.EmptyTable.WrittenPart;
import io.github.dbsync.sqlite.StoredTable.StoredColumn;
import io.github.dbsync.sqlite.file.Collation;
import io.github.dbsync.sqlite.file.TextEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which tables and indexes are written as pages, without SQLite: those of which everything is known. All others are
 * SQLite's, which inserts their rows and makes their indexes.
 */
final class BulkLoading {

    private BulkLoading() {}

    /** Whether a table's rows can be written as pages, as far as its plan tells. */
    static boolean takes(Table table) {
        return !PackedRows.arePacked(table)
                && table.rowNumbers() == null
                && table.storedColumns().stream().map(Column::type).noneMatch(RuledTypes::isTextInBytes);
    }

    /**
     * Whether the rows can be written as pages into the table as SQLite has made it: an insert would do nothing but store the
     * values of all its columns.
     */
    static boolean takes(Table table, EmptyTable empty, TextEncoding encoding) {
        return haveValues(empty.stored(), table)
                && empty.triggers() == 0
                && hasPlainRowids(table, empty)
                && empty.key().stream().allMatch(part -> takes(part, encoding))
                && !empty.sql().toUpperCase(Locale.ROOT).contains("CONFLICT");
    }

    /** Whether each column gets a value, and a record holds it once. */
    private static boolean haveValues(StoredTable stored, Table table) {
        Set<String> written = table.storedColumns().stream().map(Column::name).collect(Collectors.toSet());
        List<String> recorded =
                stored.recorded().stream().map(StoredColumn::name).toList();
        return !recorded.isEmpty()
                && written.equals(Set.copyOf(recorded))
                && recorded.size() == stored.columns().size()
                && stored.columns().stream().noneMatch(StoredColumn::generated);
    }

    /** Whether the values of the column that is the rowid, where one is, are integers at the source too. */
    private static boolean hasPlainRowids(Table table, EmptyTable empty) {
        int rowid = empty.rowidPlace();
        return rowid < 0
                || table.lookupColumn(empty.columns().get(rowid).name())
                        .map(column -> SqliteTypes.mapping(column.type(), Affinity.INTEGER))
                        .filter(IntegerMapping.class::isInstance)
                        .isPresent();
    }

    /** Whether an index's keys can be written as pages: collations other than SQLite's usual one compare UTF-8. */
    static boolean takes(WrittenIndex index, TextEncoding encoding) {
        return !index.partial()
                && index.parts().stream().allMatch(part -> takes(part, encoding))
                && index.locators().stream()
                        .allMatch(part -> part.place() == WrittenPart.ROWID || takes(part, encoding));
    }

    private static boolean takes(WrittenPart part, TextEncoding encoding) {
        List<String> known = Arrays.stream(Collation.values()).map(Enum::name).toList();
        String collation = part.collation().toUpperCase(Locale.ROOT);
        return part.place() >= 0
                && known.contains(collation)
                && (encoding == TextEncoding.UTF_8 || collation.equals(Collation.BINARY.name()));
    }
}
