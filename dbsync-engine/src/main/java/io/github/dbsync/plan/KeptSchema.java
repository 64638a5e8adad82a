package io.github.dbsync.plan;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.migration.MigrationHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The target's schema as it is, given by the target itself, where it is kept. */
public final class KeptSchema {

    private final Catalog source;
    private final Catalog target;
    private final TargetNames names;

    private KeptSchema(Catalog source, Catalog target, TargetNames names) {
        this.source = source;
        this.target = target;
        this.names = names;
    }

    /**
     * The schema, with those of its tables that the source has too.
     *
     * @param mode what the user says, or null: then it is kept where a migration tool has its history there
     * @param history of the target
     * @param names the names that the source's tables would have there
     * @return empty where it is not kept
     */
    public static Optional<GivenSchema> of(
            @Nullable SchemaMode mode,
            Optional<MigrationHistory> history,
            Catalog source,
            Catalog target,
            TargetNames names) {
        boolean kept = mode == null ? history.isPresent() : mode == SchemaMode.KEEP;
        return kept ? Optional.of(new KeptSchema(source, target, names).given(owner(history))) : Optional.empty();
    }

    private static SchemaOwner owner(Optional<MigrationHistory> history) {
        return history.map(KeptSchema::owner)
                .orElseGet(() -> new SchemaOwner(
                        "The target's schema, which dbsync.schema keeps",
                        "Add it to the target's schema",
                        "Bring the source to the target's schema first",
                        "kept, since dbsync.schema says so"));
    }

    private static SchemaOwner owner(MigrationHistory history) {
        String tool = history.tool().label();
        return new SchemaOwner(
                "The target's schema, which " + tool + " owns ("
                        + history.table().name() + ")",
                "Add it by a migration of " + tool + "'s",
                "Bring the source to the same state with its own migrations",
                "kept, since " + tool + " owns it (" + history.table().name() + ")");
    }

    private GivenSchema given(SchemaOwner owner) {
        List<GivenTable> tables = source.tables().stream()
                .flatMap(table ->
                        found(names.of(table.name())).map(there -> new GivenTable(table.name(), there)).stream())
                .toList();
        return new GivenSchema(owner, tables, List.of(), List.of(), List.of(), true);
    }

    /** PostgreSQL folds names that its migrations do not quote; SQLite keeps them, and tells none apart by their case. */
    private Optional<Table> found(QualifiedName name) {
        return target.lookupTable(name)
                .or(() -> only(target.tables().stream()
                        .filter(table -> table.name().schema().equals(name.schema()))
                        .filter(table -> table.name().name().equalsIgnoreCase(name.name()))));
    }

    private static Optional<Table> only(Stream<Table> tables) {
        List<Table> found = tables.limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
