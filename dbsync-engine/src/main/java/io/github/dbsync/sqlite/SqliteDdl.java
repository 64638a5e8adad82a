package io.github.dbsync.sqlite;

import static io.github.dbsync.sqlite.SqliteNames.literal;
import static io.github.dbsync.sqlite.SqliteNames.quote;
import static io.github.dbsync.sqlite.SqliteNames.quoteAll;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the statements that make one table: verbatim where its definition is known, else in full. */
final class SqliteDdl {

    private final Table table;
    private final String name;

    private SqliteDdl(Table table) {
        this.table = table;
        this.name = quote(table.name().name());
    }

    static Script create(Table table) {
        SqliteDdl ddl = new SqliteDdl(table);
        Statement create = new Statement(
                table.definition() == null ? ddl.createTable() : table.definition(), "table " + table.name());
        List<Statement> afterRows = Stream.concat(ddl.indexes(), ddl.counter()).toList();
        return new Script(List.of(create), afterRows, List.of());
    }

    /** The statements that make a table's indexes, in their order. */
    static List<Statement> indexes(Table table) {
        return new SqliteDdl(table).indexes().toList();
    }

    private String createTable() {
        Stream<String> columns = table.columns().stream().map(this::column);
        Stream<String> keys = Stream.concat(
                Stream.ofNullable(table.primaryKey())
                        .filter(key -> key.columns().size() > 1)
                        .map(key -> key(key, "PRIMARY KEY")),
                table.uniques().stream().map(key -> key(key, "UNIQUE")));
        Stream<String> others = Stream.concat(
                table.foreignKeys().stream().map(SqliteDdl::foreignKey),
                table.checks().stream().map(SqliteDdl::check));
        return Stream.of(columns, keys, others)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(",\n    ", "CREATE TABLE " + name + " (\n    ", "\n)"));
    }

    private String column(Column column) {
        return Stream.of(
                        quote(column.name()),
                        column.type().declared(),
                        column.collation() == null ? "" : "COLLATE " + quote(column.collation()),
                        column.nullable() || isRowid(column) ? "" : "NOT NULL",
                        solePrimaryKey(column),
                        column.defaultValue() == null
                                ? ""
                                : "DEFAULT " + column.defaultValue().declared(),
                        generated(column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private boolean isSolePrimaryKey(Column column) {
        Key key = table.primaryKey();
        return key != null && key.columns().equals(List.of(column.name()));
    }

    private boolean isRowid(Column column) {
        return isSolePrimaryKey(column) && column.type().declared().equalsIgnoreCase("INTEGER");
    }

    private String solePrimaryKey(Column column) {
        if (!isSolePrimaryKey(column)) {
            return "";
        }
        Identity identity = column.identity();
        boolean counts = identity != null && identity.kind() != Identity.Kind.ROWID;
        String constraint = named(Objects.requireNonNull(table.primaryKey()).name());
        return constraint + "PRIMARY KEY" + (counts && isRowid(column) ? " AUTOINCREMENT" : "");
    }

    private static String generated(Column column) {
        return column.generated() == null
                ? ""
                : "GENERATED ALWAYS AS (" + column.generated().expression().declared() + ") "
                        + (column.generated().stored() ? "STORED" : "VIRTUAL");
    }

    private static String key(Key key, String kind) {
        return named(key.name()) + kind + " (" + quoteAll(key.columns()) + ")";
    }

    private static String check(Check check) {
        return named(check.name()) + "CHECK (" + check.condition().declared() + ")";
    }

    private static String foreignKey(ForeignKey key) {
        return named(key.name()) + "FOREIGN KEY (" + quoteAll(key.columns()) + ") REFERENCES "
                + quote(key.parent().name()) + " (" + quoteAll(key.parentColumns()) + ")"
                + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate()) + checking(key);
    }

    private static String action(String event, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : event + action.sql();
    }

    private static String checking(ForeignKey key) {
        return switch (key.checking()) {
            case IMMEDIATE -> "";
            case DEFERRABLE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String named(@Nullable String constraint) {
        return constraint == null ? "" : "CONSTRAINT " + quote(constraint) + " ";
    }

    private Stream<Statement> indexes() {
        return table.indexes().stream()
                .map(index -> new Statement(
                        index.definition() == null ? createIndex(index) : index.definition(),
                        "index " + index.name() + " of " + table.name()));
    }

    private String createIndex(Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + quote(index.name()) + " ON " + name
                + index.parts().stream().map(SqliteDdl::indexPart).collect(Collectors.joining(", ", " (", ")"))
                + (index.where() == null ? "" : " WHERE " + index.where().declared());
    }

    private static String indexPart(Index.Part part) {
        String ordered = part.column() != null
                ? quote(part.column())
                : Objects.requireNonNull(part.expression()).declared();
        return ordered
                + (part.collation() == null ? "" : " COLLATE " + quote(part.collation()))
                + (part.descending() ? " DESC" : "");
    }

    /** The rows have set the counter to their greatest number; it may be anything else. */
    private Stream<Statement> counter() {
        return table.columns().stream()
                .map(Column::identity)
                .filter(identity -> identity != null && identity.kind() == Identity.Kind.AUTOINCREMENT)
                .map(Identity::sequence)
                .flatMap(sequence -> counter(table, sequence));
    }

    static Stream<Statement> counter(Table table, Sequence sequence) {
        String reason = "next number of " + table.name();
        String text = literal(table.name().name());
        Statement forget = new Statement("DELETE FROM sqlite_sequence WHERE name = " + text, reason);
        return Stream.concat(
                Stream.of(forget),
                SequenceRow.of(table, sequence).stream()
                        .map(last -> new Statement(
                                "INSERT INTO sqlite_sequence (name, seq) VALUES (" + text + ", " + last + ")",
                                reason)));
    }
}
