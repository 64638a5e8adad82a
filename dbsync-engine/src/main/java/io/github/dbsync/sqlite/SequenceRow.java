package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table's row of {@code sqlite_sequence}. Anybody may write there (SQLite docs, "Autoincrement"): where it is absent or below
 * the greatest rowid, the numbers go on after that one, and the row as it is becomes an option of the table.
 */
final class SequenceRow {

    private static final String OPTION = "sqlite_sequence ";
    private static final String ABSENT = "absent";

    private SequenceRow() {}

    /** The table with its row noted, where that is not what its counter says anyway. */
    static Table noted(Table table, SqliteDatabase database) {
        return counter(table)
                .filter(Sequence::called)
                .flatMap(sequence -> option(sequence, stored(table, database)))
                .map(option -> table.withOptions(Stream.concat(table.options().stream(), Stream.of(option))
                        .toList()))
                .orElse(table);
    }

    private static Optional<Sequence> counter(Table table) {
        return table.columns().stream()
                .map(Column::identity)
                .filter(Objects::nonNull)
                .filter(identity -> identity.kind() == Identity.Kind.AUTOINCREMENT)
                .map(Identity::sequence)
                .findFirst();
    }

    private static String stored(Table table, SqliteDatabase database) {
        return database.text("SELECT max(seq) FROM sqlite_sequence WHERE typeof(seq) = 'integer' AND name = "
                        + SqliteNames.literal(table.name().name()))
                .orElse(ABSENT);
    }

    private static Optional<String> option(Sequence sequence, String stored) {
        return Optional.of(prefix(sequence) + stored)
                .filter(option -> !stored.equals(String.valueOf(sequence.lastValue())));
    }

    private static String prefix(Sequence sequence) {
        return OPTION + "at " + sequence.lastValue() + ": ";
    }

    /** The number to be written for a counter; empty where there is to be no row. What was noted holds while no number was drawn. */
    static Optional<Long> of(Table table, Sequence sequence) {
        Optional<String> noted = table.options().stream()
                .filter(option -> option.startsWith(prefix(sequence)))
                .map(option -> option.substring(prefix(sequence).length()))
                .findFirst();
        return noted.isPresent()
                ? noted.filter(stored -> !stored.equals(ABSENT)).map(Long::valueOf)
                : last(sequence);
    }

    private static Optional<Long> last(Sequence sequence) {
        if (sequence.called()) {
            return Optional.of(sequence.lastValue());
        }
        return Optional.of(sequence.lastValue() - 1).filter(last -> last > 0);
    }
}
