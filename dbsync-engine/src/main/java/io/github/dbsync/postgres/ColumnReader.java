package io.github.dbsync.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Generated;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.postgres.CatalogMapper.ColumnRow;
import io.github.dbsync.postgres.CatalogMapper.SequenceRow;
import io.github.dbsync.postgres.CatalogMapper.SequenceState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes columns of catalog rows, each with the sequence that numbers it. */
final class ColumnReader {

    private final Map<Owner, List<SequenceRow>> owned;
    private final Map<Long, SequenceState> states;
    private final Set<Long> taken = new HashSet<>();

    private record Owner(@Nullable Long table, @Nullable Integer column) {}

    ColumnReader(List<SequenceRow> sequences, Map<Long, SequenceState> states) {
        this.owned = sequences.stream().collect(groupingBy(row -> new Owner(row.ownerTable(), row.ownerColumn())));
        this.states = states;
    }

    /** The sequences that belong to the identity of some column read so far. */
    Set<Long> takenSequences() {
        return Set.copyOf(taken);
    }

    List<Column> read(List<ColumnRow> rows) {
        return rows.stream().map(this::read).toList();
    }

    private Column read(ColumnRow row) {
        LogicalType logical = PostgresTypes.logical(row.builtin(), row.modifier(), row.declared());
        Identity identity = identity(row);
        return new Column(
                row.name(),
                new ColumnType(logical, row.declared()),
                row.nullable(),
                identity == null ? defaultValue(row, logical) : null,
                identity,
                generated(row),
                row.collation());
    }

    private @Nullable Identity identity(ColumnRow row) {
        Optional<SequenceRow> sequence = owned.getOrDefault(new Owner(row.tableId(), row.number()), List.of()).stream()
                .filter(candidate ->
                        !row.identity().isEmpty() || candidate.nextValue().equals(row.expression()))
                .findFirst();
        if (sequence.isEmpty()) {
            return null;
        }
        taken.add(sequence.get().id());
        return new Identity(kind(row.identity()), sequence(sequence.get(), states));
    }

    private static Identity.Kind kind(String identity) {
        return switch (identity) {
            case "a" -> Identity.Kind.ALWAYS;
            case "d" -> Identity.Kind.BY_DEFAULT;
            default -> Identity.Kind.SERIAL;
        };
    }

    static Sequence sequence(SequenceRow row, Map<Long, SequenceState> states) {
        SequenceState state = states.getOrDefault(row.id(), new SequenceState(row.id(), row.start(), false));
        return new Sequence(
                new QualifiedName(row.schema(), row.name()),
                row.type(),
                row.start(),
                row.increment(),
                row.min(),
                row.max(),
                row.cache(),
                row.cycle(),
                state.lastValue(),
                state.called());
    }

    private static @Nullable Default defaultValue(ColumnRow row, LogicalType logical) {
        return row.expression() == null || !row.generated().isEmpty()
                ? null
                : new Default(row.expression(), PostgresDefaults.meaning(row.expression(), logical));
    }

    private static @Nullable Generated generated(ColumnRow row) {
        return row.expression() == null || row.generated().isEmpty()
                ? null
                : new Generated(
                        new Expression(row.expression(), null), row.generated().equals("s"));
    }
}
