package io.github.dbsync.plan;

import io.github.dbsync.catalog.Check;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table has at the source and not in the schema that is given: it is kept with the memory, and of no effect.
 *
 * @param source the table as the source has it
 * @param target the table that is made
 */
record GivenLedger(Table source, Table target) {

    private static final String NOTE = "the schema that is given does not have it";

    List<LedgerEntry> entries() {
        return Stream.of(columns(), uniques(), foreignKeys(), checks(), indexes(), table())
                .flatMap(entries -> entries)
                .toList();
    }

    private Stream<LedgerEntry> columns() {
        Stream<LedgerEntry> computed = source.columns().stream()
                .filter(column -> column.generated() != null)
                .filter(column -> target.lookupColumn(column.name()).isEmpty())
                .map(column -> entry("generated column", column.name()));
        Stream<LedgerEntry> defaults = source.columns().stream()
                .filter(column -> column.defaultValue() != null && column.identity() == null)
                .filter(this::losesDefault)
                .map(column -> entry("default", column.name()));
        return Stream.concat(computed, defaults);
    }

    private boolean losesDefault(Column column) {
        return target.lookupColumn(column.name())
                .filter(made -> made.defaultValue() == null && made.identity() == null)
                .isPresent();
    }

    private Stream<LedgerEntry> uniques() {
        return source.uniques().stream()
                .filter(key -> !isUnique(Set.copyOf(key.columns())))
                .map(key -> entry("unique constraint", named(key.name(), key.columns())));
    }

    private boolean isUnique(Set<String> columns) {
        Stream<Key> keys = Stream.concat(Stream.ofNullable(target.primaryKey()), target.uniques().stream());
        Stream<Set<String>> indexes = target.indexes().stream()
                .filter(index -> index.unique() && index.where() == null)
                .map(GivenLedger::columns);
        return Stream.concat(keys.map(key -> Set.copyOf(key.columns())), indexes)
                .anyMatch(columns::equals);
    }

    private static Set<String> columns(Index index) {
        return index.parts().stream()
                .map(Index.Part::column)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Stream<LedgerEntry> foreignKeys() {
        return source.foreignKeys().stream()
                .filter(key -> target.foreignKeys().stream()
                        .noneMatch(made -> made.columns().equals(key.columns())))
                .map(key -> entry("foreign key", named(key.name(), key.columns())));
    }

    private Stream<LedgerEntry> checks() {
        return source.checks().stream()
                .filter(check -> target.checks().stream().map(Check::name).noneMatch(name -> isSame(name, check)))
                .map(check -> entry(
                        "check",
                        Objects.requireNonNullElse(
                                check.name(), check.condition().declared())));
    }

    private static boolean isSame(@Nullable String name, Check check) {
        return name != null && name.equals(check.name());
    }

    private Stream<LedgerEntry> indexes() {
        return source.indexes().stream()
                .filter(index -> target.indexes().stream()
                        .noneMatch(made -> made.name().equals(index.name()) || coversTheSame(made, index)))
                .map(index -> entry("index", index.name()));
    }

    private static boolean coversTheSame(Index made, Index index) {
        return made.unique() == index.unique()
                && columns(made).equals(columns(index))
                && made.parts().size() == index.parts().size();
    }

    private Stream<LedgerEntry> table() {
        Stream<LedgerEntry> options = source.options().stream().map(option -> entry("option", option));
        Stream<LedgerEntry> partitions = source.withPartitions()
                .skip(1)
                .map(partition -> entry("partition", partition.name().toString()));
        Stream<LedgerEntry> parents =
                Stream.ofNullable(source.inheritance()).map(inheritance -> entry("inheritance", ""));
        return Stream.of(options, partitions, parents).flatMap(entries -> entries);
    }

    private static String named(@Nullable String name, List<String> columns) {
        return name == null ? "(" + String.join(", ", columns) + ")" : name;
    }

    private LedgerEntry entry(String kind, String part) {
        String name = part.isEmpty() ? source.name().toString() : source.name() + "." + part;
        return new LedgerEntry(kind, name, Fate.REMEMBERED, NOTE);
    }
}
