package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.CatalogRows.ForeignKeyPart;
import io.github.dbsync.sqlite.CatalogRows.IndexPart;
import io.github.dbsync.sqlite.CatalogRows.SchemaObject;
import io.github.dbsync.sqlite.CatalogRows.TableColumn;
import io.github.dbsync.sqlite.CatalogRows.TableIndex;
import io.github.dbsync.sqlite.CreateIndexParser.ParsedIndex;
import io.github.dbsync.sqlite.ParsedTable.ParsedColumn;
import io.github.dbsync.sqlite.ParsedTable.ParsedKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts one table together from what the pragmas tell and what its own SQL says beyond that. */
final class SqliteTableReader {

    private static final int VIRTUAL_GENERATED = 2;
    private static final int STORED_GENERATED = 3;
    private static final String USUAL_COLLATION = "BINARY";

    private final SchemaObject object;
    private final Map<String, List<TableColumn>> allColumns;
    private final List<TableColumn> columns;
    private final List<TableIndex> indexes;
    private final Map<String, List<IndexPart>> indexParts;
    private final List<ForeignKeyPart> foreignKeyParts;
    private final Map<String, Long> counters;
    private final SqliteCatalogMapper mapper;
    private final ParsedTable parsed;
    private final ExpressionReader expressions;

    SqliteTableReader(
            SchemaObject object,
            Map<String, List<TableColumn>> allColumns,
            List<TableIndex> indexes,
            Map<String, List<IndexPart>> indexParts,
            List<ForeignKeyPart> foreignKeyParts,
            Map<String, Long> counters,
            SqliteCatalogMapper mapper) {
        this.object = object;
        this.allColumns = allColumns;
        this.columns = allColumns.getOrDefault(object.name(), List.of());
        this.indexes = indexes;
        this.indexParts = indexParts;
        this.foreignKeyParts = foreignKeyParts;
        this.counters = counters;
        this.mapper = mapper;
        this.parsed = CreateTableParser.parse(String.valueOf(object.sql()));
        this.expressions =
                new ExpressionReader(columns.stream().map(TableColumn::name).toList());
    }

    Table table() {
        return new Table(
                QualifiedName.of(object.name()),
                columns.stream().map(this::column).toList(),
                primaryKey(),
                uniques(),
                new ForeignKeyReader(allColumns).read(foreignKeyParts, parsed.foreignKeys()),
                checks(),
                indexes.stream()
                        .filter(index -> index.origin().equals("c"))
                        .map(this::index)
                        .toList(),
                options(),
                object.sql());
    }

    private List<String> options() {
        return Stream.of(
                        isWithoutRowid() ? Optional.of(SqliteOptions.WITHOUT_ROWID) : Optional.<String>empty(),
                        isStrict() ? Optional.of(SqliteOptions.STRICT) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isWithoutRowid() {
        return Integer.valueOf(1).equals(object.withoutRowid());
    }

    private boolean isStrict() {
        return Integer.valueOf(1).equals(object.strict());
    }

    private Column column(TableColumn column) {
        boolean rowid = isRowid(column);
        return new Column(
                column.name(),
                new ColumnType(SqliteTypes.logical(column.type(), isStrict()), column.type()),
                column.notNull() == 0 && !rowid,
                column.defaultValue() == null || isGenerated(column) ? null : DefaultReader.read(column.defaultValue()),
                rowid ? identity(column) : null,
                isGenerated(column) ? generated(column) : null,
                collation(column.name()).equals(USUAL_COLLATION) ? null : collation(column.name()));
    }

    private static boolean isGenerated(TableColumn column) {
        return column.hidden() == VIRTUAL_GENERATED || column.hidden() == STORED_GENERATED;
    }

    /**
     * Whether the column is the rowid itself (SQLite docs, "ROWIDs and the INTEGER PRIMARY KEY"). SQLite says so by keeping
     * no index for the primary key.
     */
    private boolean isRowid(TableColumn column) {
        return column.primaryKey() > 0
                && !isWithoutRowid()
                && indexes.stream().noneMatch(index -> index.origin().equals("pk"));
    }

    private Identity identity(TableColumn column) {
        Long greatest = mapper.greatestRowid(SqliteNames.quote(object.name()), SqliteNames.quote(column.name()));
        long last = greatest == null ? 0 : greatest;
        return parsed.primaryKey() != null && parsed.primaryKey().autoincrement()
                ? new Identity(Identity.Kind.AUTOINCREMENT, counter(counters.get(object.name()), last))
                : new Identity(Identity.Kind.ROWID, plain(last));
    }

    /** SQLite goes on after the counter or the greatest rowid, whichever is greater (SQLite docs, "Autoincrement"). */
    private static Sequence counter(@Nullable Long counter, long greatest) {
        return counter == null ? plain(greatest) : plain(1).withState(Math.max(counter, greatest), true);
    }

    private static Sequence plain(long last) {
        return Sequence.plain(QualifiedName.of(""), "bigint", last);
    }

    private @Nullable Generated generated(TableColumn column) {
        return parsed.lookupColumn(column.name())
                .map(ParsedColumn::generated)
                .map(expression -> new Generated(expressions.read(expression), column.hidden() == STORED_GENERATED))
                .orElse(null);
    }

    private String collation(String column) {
        return parsed.lookupColumn(column)
                .map(ParsedColumn::collation)
                .map(collation -> collation.toUpperCase(Locale.ROOT))
                .orElse(USUAL_COLLATION);
    }

    private @Nullable Key primaryKey() {
        List<String> names = ForeignKeyReader.primaryKey(columns);
        if (names.isEmpty()) {
            return null;
        }
        ParsedKey key = parsed.primaryKey();
        return new Key(key == null ? null : key.name(), names, key == null ? null : key.definition());
    }

    private List<Key> uniques() {
        return indexes.stream()
                .filter(index -> index.origin().equals("u"))
                .map(index -> unique(parts(index).stream()
                        .map(part -> String.valueOf(part.column()))
                        .toList()))
                .toList();
    }

    private Key unique(List<String> names) {
        Optional<ParsedKey> key = parsed.uniques().stream()
                .filter(candidate -> SqliteNames.same(candidate.columns(), names))
                .findFirst();
        return new Key(
                key.map(ParsedKey::name).orElse(null),
                names,
                key.map(ParsedKey::definition).orElse(null));
    }

    private List<IndexPart> parts(TableIndex index) {
        return indexParts.getOrDefault(index.name(), List.of());
    }

    private List<Check> checks() {
        return parsed.checks().stream()
                .map(check -> new Check(check.name(), expressions.read(check.condition()), check.definition()))
                .toList();
    }

    private Index index(TableIndex index) {
        ParsedIndex text = CreateIndexParser.parse(String.valueOf(index.sql()));
        List<IndexPart> parts = parts(index);
        return new Index(
                index.name(),
                index.unique() == 1,
                IntStream.range(0, parts.size())
                        .mapToObj(i -> indexPart(parts.get(i), text, i))
                        .toList(),
                text.where() == null ? null : expressions.read(text.where()),
                "btree",
                index.sql());
    }

    /** SQLite takes null for the least of all values. */
    private Index.Part indexPart(IndexPart part, ParsedIndex text, int place) {
        boolean descending = part.descending() == 1;
        String usual = part.column() == null ? USUAL_COLLATION : collation(part.column());
        return new Index.Part(
                part.column(),
                part.column() == null ? expressions.read(text.parts().get(place)) : null,
                descending,
                !descending,
                part.collation().equalsIgnoreCase(usual)
                        ? null
                        : part.collation().toUpperCase(Locale.ROOT));
    }
}
