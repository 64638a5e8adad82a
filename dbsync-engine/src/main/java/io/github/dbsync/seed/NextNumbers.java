package io.github.dbsync.seed;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Numbers for new rows of columns that number their rows: beyond all that are there, that files give, and that the database has
 * given out. The database itself is not asked, so that a run that is given up leaves no gap.
 */
final class NextNumbers {

    private final List<TypedRow> rows;
    private final PresentRows present;
    private final Map<QualifiedName, Long> last = new HashMap<>();

    NextNumbers(List<TypedRow> rows, PresentRows present) {
        this.rows = rows;
        this.present = present;
    }

    CarriedValue next(Table table, Column column, Identity identity) {
        long number = last.computeIfAbsent(table.name(), name -> lastOf(table, column.name(), identity)) + 1;
        last.put(table.name(), number);
        return new CarriedValue(number);
    }

    private long lastOf(Table table, String column, Identity identity) {
        Sequence counter = identity.sequence();
        long given = counter.called() ? counter.lastValue() : counter.lastValue() - 1;
        LongStream used = Stream.concat(
                        present.of(table).stream(),
                        rows.stream()
                                .filter(row -> row.table().name().equals(table.name()))
                                .map(TypedRow::values))
                .map(values -> values.getOrDefault(column, CarriedValue.NULL).value())
                .filter(Long.class::isInstance)
                .mapToLong(Long.class::cast);
        return LongStream.concat(LongStream.of(given), used).max().orElse(given);
    }
}
