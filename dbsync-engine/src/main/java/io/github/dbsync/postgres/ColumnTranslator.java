package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says the columns of a SQLite table in PostgreSQL. */
final class ColumnTranslator {

    private final Table table;
    private final Names relations;
    private final TranslationLedger ledger;

    ColumnTranslator(Table table, Names relations, TranslationLedger ledger) {
        this.table = table;
        this.relations = relations;
        this.ledger = ledger;
    }

    /** The columns; one that is computed in a way that PostgreSQL cannot say is left out. */
    List<Column> columns() {
        return table.columns().stream()
                .flatMap(column -> translated(column).stream())
                .toList();
    }

    private Optional<Column> translated(Column column) {
        if (column.generated() != null) {
            return generated(column, column.generated());
        }
        return Optional.of(new Column(
                column.name(),
                type(column),
                column.nullable(),
                defaultValue(column),
                identity(column),
                null,
                collation(column)));
    }

    private static ColumnType type(Column column) {
        return new ColumnType(
                column.logical(),
                PostgresTypes.declared(column.logical()),
                column.type().form());
    }

    /** SQLite's text is ordered and told apart by bytes, which is what collation "C" does. */
    private @Nullable String collation(Column column) {
        if (!(column.logical() instanceof LogicalType.Text)) {
            return null;
        }
        if (!SayableColumns.collation(column).equals("BINARY")) {
            ledger.remembered(
                    "collation",
                    column.name(),
                    "SQLite compares it by " + SayableColumns.collation(column)
                            + "; here = tells all characters apart, and only its indexes do not");
        }
        return "C";
    }

    private @Nullable Default defaultValue(Column column) {
        Default declared = column.defaultValue();
        if (declared == null || column.identity() != null) {
            return null;
        }
        Optional<String> expression = column.type().comparesAlike()
                ? PostgresDefaults.expression(declared.meaning(), column.logical())
                : Optional.empty();
        if (expression.isEmpty()) {
            ledger.remembered(
                    "default",
                    column.name(),
                    declared.declared() + " cannot be said for a column of type "
                            + PostgresTypes.declared(column.logical()) + "; here the column has no default");
        }
        return expression
                .filter(text -> !text.equals("NULL"))
                .map(text -> new Default(text, declared.meaning()))
                .orElse(null);
    }

    private @Nullable Identity identity(Column column) {
        Identity identity = column.identity();
        if (identity == null || !(column.logical() instanceof LogicalType.Int integer)) {
            return null;
        }
        String name = relations.give(table.name().name() + "_" + column.name() + "_seq");
        return new Identity(
                Identity.Kind.BY_DEFAULT,
                sequence(identity.sequence(), new QualifiedName(table.name().schema(), name), integer.bytes()));
    }

    /** From 1 on, as SQLite counts, and at the very place where SQLite goes on. */
    private static Sequence sequence(Sequence state, QualifiedName name, int width) {
        long max = switch (width) {
            case Short.BYTES -> Short.MAX_VALUE;
            case Integer.BYTES -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        boolean started = state.lastValue() >= 1;
        return new Sequence(
                name,
                PostgresTypes.integer(width),
                1,
                1,
                1,
                max,
                1,
                false,
                started ? Math.min(state.lastValue(), max) : 1,
                started && state.called());
    }

    private Optional<Column> generated(Column column, Generated generated) {
        SayableColumns plain = new SayableColumns(
                table,
                table.columns().stream().filter(c -> c.generated() == null).toList());
        Optional<String> expression = plain.valueOf(column.logical(), generated.expression());
        if (expression.isEmpty()) {
            ledger.remembered(
                    "generated column",
                    column.name(),
                    "PostgreSQL cannot compute " + generated.expression().declared()
                            + "; here there is no such column");
        } else if (!generated.stored()) {
            ledger.differs("generated column", column.name(), "it is stored here, where SQLite computes it when read");
        }
        return expression.map(text -> new Column(
                column.name(),
                type(column),
                column.nullable(),
                null,
                null,
                new Generated(new Expression(text, generated.expression().portable()), true),
                column.logical() instanceof LogicalType.Text ? "C" : null));
    }
}
