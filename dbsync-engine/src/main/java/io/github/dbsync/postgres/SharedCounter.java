package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sequence that no column owns, and the greatest numbers of those that draw their defaults from it.
 *
 * @param sequence the sequence as it is now
 * @param greatest a query for each such column
 */
record SharedCounter(Sequence sequence, List<String> greatest) {

    SharedCounter {
        greatest = List.copyOf(greatest);
    }

    /** Those from which some tables draw. */
    static List<SharedCounter> of(List<Table> tables, Catalog present) {
        return present.sequences().stream()
                .map(sequence -> new SharedCounter(
                        sequence,
                        tables.stream()
                                .flatMap(table -> greatest(table, sequence))
                                .toList()))
                .filter(counter -> !counter.greatest().isEmpty())
                .toList();
    }

    private static Stream<String> greatest(Table table, Sequence sequence) {
        String last = sequence.increment() > 0 ? "max(" : "min(";
        return table.columns().stream()
                .filter(column -> drawsFrom(column, sequence))
                .map(column -> "SELECT " + last + Quoting.name(column.name()) + ") AS n FROM " + Quoting.rowsOf(table));
    }

    /** PostgreSQL prints a name in quotes where it must. */
    private static boolean drawsFrom(Column column, Sequence sequence) {
        return column.defaultValue() != null
                && column.defaultValue()
                        .declared()
                        .replace("\"", "")
                        .equals("nextval('" + sequence.name().toString().replace("'", "''") + "'::regclass)");
    }

    /** From here on it is one of this transaction alone, as it was. */
    List<Statement> takeOver() {
        return List.of(
                statement("ALTER SEQUENCE " + Quoting.name(sequence.name()) + " RESTART WITH " + sequence.lastValue()),
                CreateTable.setState(sequence, literal()));
    }

    /** It goes on after the greatest number, or where it is where that is further. */
    Statement goOn() {
        String last = sequence.increment() > 0 ? "max(n)" : "min(n)";
        String further = sequence.increment() > 0
                ? " BETWEEN " + sequence.lastValue() + " AND " + sequence.max()
                : " BETWEEN " + sequence.min() + " AND " + sequence.lastValue();
        return statement("SELECT pg_catalog.setval(" + literal() + ", " + last + ") FROM ("
                + greatest.stream().collect(Collectors.joining(" UNION ALL ")) + ") numbers HAVING " + last + further);
    }

    private String literal() {
        return Quoting.literal(Quoting.name(sequence.name()));
    }

    private Statement statement(String sql) {
        return new Statement(sql, "next value of sequence " + sequence.name());
    }
}
