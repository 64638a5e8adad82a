package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.postgres.Term.TextRule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a SQLite table that exist in PostgreSQL, and what can be said of them there. */
final class SayableColumns {

    /** Source: PostgreSQL docs, System Columns. */
    static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private static final Set<String> WITHOUT_ORDER =
            Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle", "txid_snapshot");

    private final Table foreign;
    private final Set<String> names;

    SayableColumns(Table foreign, List<Column> translated) {
        this.foreign = foreign;
        this.names = translated.stream().map(Column::name).collect(Collectors.toSet());
    }

    /** The column as SQLite has it, if it exists in PostgreSQL. */
    Optional<Column> lookup(String name) {
        return foreign.lookupColumn(name).filter(column -> names.contains(column.name()));
    }

    /** A column of whose values SQL says the same on both sides. */
    private Optional<Column> comparable(String name) {
        return lookup(name).filter(column -> column.type().comparesAlike());
    }

    /** Whether an index can order by all of these columns. */
    boolean canOrderBy(Collection<String> columns) {
        return columns.stream()
                .allMatch(name ->
                        lookup(name).map(column -> hasOrder(column.logical())).orElse(false));
    }

    private static boolean hasOrder(LogicalType type) {
        return !WITHOUT_ORDER.contains(PostgresTypes.declared(type));
    }

    /** The collation of a column in SQLite, in upper case; text compares by bytes where none is named. */
    static String collation(Column column) {
        return column.collation() == null ? "BINARY" : column.collation().toUpperCase(Locale.ROOT);
    }

    Optional<String> condition(Expression expression) {
        return said(expression, tokens -> PortableWriter.condition(tokens, this::comparable, SayableColumns::rule));
    }

    Optional<String> value(Expression expression) {
        return said(expression, tokens -> PortableWriter.value(tokens, this::comparable, SayableColumns::rule));
    }

    /** What a generated column of this type is computed from: PostgreSQL does not convert it as SQLite does. */
    Optional<String> valueOf(LogicalType type, Expression expression) {
        return said(expression, tokens -> PortableWriter.valueOf(type, tokens, this::comparable, SayableColumns::rule));
    }

    private static Optional<String> said(
            Expression expression, Function<List<Expression.Token>, Optional<String>> writer) {
        return Optional.ofNullable(expression.portable()).flatMap(writer);
    }

    private static TextRule rule(Column column) {
        return collation(column).equals("BINARY") ? TextRule.BYTES : TextRule.OTHER;
    }
}
