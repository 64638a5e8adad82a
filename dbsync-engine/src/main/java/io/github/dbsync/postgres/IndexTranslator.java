package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says the indexes of a SQLite table in PostgreSQL; never one that covers more, or makes more unique. */
final class IndexTranslator {

    private static final String METHOD = "btree";

    private final Table table;
    private final SayableColumns columns;
    private final Names relations;
    private final TranslationLedger ledger;

    IndexTranslator(Table table, SayableColumns columns, Names relations, TranslationLedger ledger) {
        this.table = table;
        this.columns = columns;
        this.relations = relations;
        this.ledger = ledger;
    }

    List<Index> indexes() {
        return table.indexes().stream().flatMap(index -> index(index).stream()).toList();
    }

    private Optional<Index> index(Index index) {
        Optional<Expression> where = Optional.ofNullable(index.where()).flatMap(this::condition);
        List<Optional<Index.Part>> parts =
                index.parts().stream().map(this::part).toList();
        if ((index.where() != null && where.isEmpty()) || parts.contains(Optional.<Index.Part>empty())) {
            ledger.remembered(
                    "index", index.name(), "PostgreSQL cannot say some part of it; here there is no such index");
            return Optional.empty();
        }
        String name = relations.give(index.name());
        ledger.named("index", index.name(), name);
        return Optional.of(new Index(
                name,
                index.unique(),
                parts.stream().flatMap(Optional::stream).toList(),
                where.orElse(null),
                METHOD,
                null));
    }

    private Optional<Expression> condition(Expression where) {
        return columns.condition(where).map(text -> new Expression(text, where.portable()));
    }

    private Optional<Index.Part> part(Index.Part part) {
        if (part.expression() != null) {
            Expression expression = part.expression();
            return isBinary(part.collation())
                    ? columns.value(expression)
                            .map(text -> part(new Expression(text, expression.portable()), part.descending()))
                    : Optional.empty();
        }
        return Optional.ofNullable(part.column())
                .flatMap(columns::lookup)
                .filter(column -> columns.canOrderBy(List.of(column.name())))
                .flatMap(column -> columnPart(column, part));
    }

    private static boolean isBinary(@Nullable String collation) {
        return collation == null || collation.equalsIgnoreCase("BINARY");
    }

    /** Nulls stand where PostgreSQL puts them, so that its ORDER BY finds the index; they never make a difference in meaning. */
    private static Index.Part part(Expression expression, boolean descending) {
        return new Index.Part(null, expression, descending, descending, null);
    }

    private static Optional<Index.Part> columnPart(Column column, Index.Part part) {
        String collation = part.collation() == null
                ? SayableColumns.collation(column)
                : part.collation().toUpperCase(Locale.ROOT);
        if (collation.equals("BINARY") || !(column.logical() instanceof LogicalType.Text)) {
            return Optional.of(new Index.Part(column.name(), null, part.descending(), part.descending(), null));
        }
        return folded(column, collation).map(expression -> part(expression, part.descending()));
    }

    /** What is equal under the collation is equal in this expression; lower() under "C" knows ASCII only, as NOCASE does. */
    private static Optional<Expression> folded(Column column, String collation) {
        return switch (collation) {
            case "NOCASE" -> Optional.of(new Expression("lower(" + Quoting.name(column.name()) + ")", null));
            case "RTRIM" -> Optional.of(new Expression("rtrim(" + Quoting.name(column.name()) + ")", null));
            default -> Optional.empty();
        };
    }

    /** Keys whose columns do not compare by bytes: an index that makes as much unique as SQLite's key does. */
    List<Index> caseBlindKeys() {
        return Stream.concat(Stream.ofNullable(table.primaryKey()), table.uniques().stream())
                .filter(key -> columns.canOrderBy(key.columns()))
                .flatMap(key -> caseBlindKey(key).stream())
                .toList();
    }

    private Optional<Index> caseBlindKey(Key key) {
        List<Index.Part> parts = new ArrayList<>();
        for (String name : key.columns()) {
            columns.lookup(name)
                    .flatMap(column -> columnPart(column, new Index.Part(name, null, false, false, null)))
                    .ifPresent(parts::add);
        }
        boolean folded = parts.stream().anyMatch(part -> part.expression() != null);
        if (!folded || parts.size() < key.columns().size()) {
            return Optional.empty();
        }
        String name = relations.give(table.name().name() + "_" + String.join("_", key.columns()) + "_fold");
        ledger.differs("index", name, "it makes unique what SQLite's collation holds for equal");
        return Optional.of(new Index(name, true, parts, null, METHOD, null));
    }
}
