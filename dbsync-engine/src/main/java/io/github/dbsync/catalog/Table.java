package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything that hangs on it.
 *
 * @param name its name
 * @param columns its columns in their logical order
 * @param primaryKey its primary key, or null
 * @param uniques its unique constraints
 * @param foreignKeys its foreign keys
 * @param checks its CHECK constraints
 * @param indexes its indexes, without those that serve a key or constraint
 * @param options what else its dialect says of it, such as {@code STRICT} or {@code WITHOUT ROWID}
 * @param definition the whole CREATE TABLE as its own database keeps it, or null where it keeps none
 * @param rowNumbers the numbers of its rows, or null where they have none, or a column says them, or they are too many to be remembered
 * @param partitioning how its rows are spread over partitions, or null where it holds them itself
 * @param inheritance what it has from other tables, or null where it stands alone
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable Key primaryKey,
        List<Key> uniques,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes,
        List<String> options,
        @Nullable String definition,
        @Nullable RowNumbers rowNumbers,
        @Nullable Partitioning partitioning,
        @Nullable Inheritance inheritance) {

    public Table {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        options = List.copyOf(options);
    }

    /** A table that stands alone and holds its rows itself, of which no numbers are known. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            @Nullable Key primaryKey,
            List<Key> uniques,
            List<ForeignKey> foreignKeys,
            List<Check> checks,
            List<Index> indexes,
            List<String> options,
            @Nullable String definition) {
        this(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, options, definition, null, null, null);
    }

    public Optional<Column> lookupColumn(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** The columns that hold values of their own; the others are computed by the database and never copied. */
    public List<Column> storedColumns() {
        return columns.stream().filter(c -> c.generated() == null).toList();
    }

    /** The table and all its partitions, those of partitions too, each after the one that it is a part of. */
    public Stream<Table> withPartitions() {
        return partitioning == null
                ? Stream.of(this)
                : Stream.concat(
                        Stream.of(this),
                        partitioning.partitions().stream()
                                .flatMap(partition -> partition.table().withPartitions()));
    }

    /** Whether another table's rows include those of this one. */
    public boolean inheritsFrom(QualifiedName parent) {
        return inheritance != null && inheritance.parents().contains(parent);
    }

    /** What a catalog says of the definition: neither the states of sequences nor forms, which it does not know. */
    public Table asDefined() {
        return withColumns(columns.stream()
                .map(column -> column.withIdentity(withoutState(column.identity()))
                        .withType(column.type().withForm(null)))
                .toList());
    }

    private static @Nullable Identity withoutState(@Nullable Identity identity) {
        return identity == null
                ? null
                : new Identity(identity.kind(), identity.sequence().withState(0, false));
    }

    public Table withColumns(List<Column> newColumns) {
        return changed(parts -> parts.columns = newColumns);
    }

    public Table withForeignKeys(List<ForeignKey> newForeignKeys) {
        return changed(parts -> parts.foreignKeys = newForeignKeys);
    }

    public Table withChecks(List<Check> newChecks) {
        return changed(parts -> parts.checks = newChecks);
    }

    public Table withOptions(List<String> newOptions) {
        return changed(parts -> parts.options = newOptions);
    }

    /** The table with its relatives, of which it has either or none. */
    public Table withRelatives(@Nullable Partitioning newPartitioning, @Nullable Inheritance newInheritance) {
        return changed(parts -> {
            parts.partitioning = newPartitioning;
            parts.inheritance = newInheritance;
        });
    }

    public Table withDefinition(@Nullable String newDefinition) {
        return changed(parts -> parts.definition = newDefinition);
    }

    public Table withRowNumbers(RowNumbers newRowNumbers) {
        return changed(parts -> parts.rowNumbers = newRowNumbers);
    }

    /** The table with the forms that another has for the columns of the same names. */
    public Table withFormsOf(Table other) {
        return withColumns(columns.stream()
                .map(column -> column.withType(column.type()
                        .withForm(other.lookupColumn(column.name())
                                .map(same -> same.type().form())
                                .orElse(null))))
                .toList());
    }

    /** The table under another name, with the parents of its foreign keys and its sequences renamed by the same rule. */
    public Table renamed(UnaryOperator<QualifiedName> naming) {
        List<Column> renamedColumns = columns.stream()
                .map(column -> column.withIdentity(renamed(column.identity(), naming)))
                .toList();
        List<ForeignKey> renamedKeys = foreignKeys.stream()
                .map(key -> key.withParent(naming.apply(key.parent())))
                .toList();
        return changed(parts -> {
            parts.name = naming.apply(name);
            parts.columns = renamedColumns;
            parts.foreignKeys = renamedKeys;
        });
    }

    /** The table with all that has names in the order of these, whichever was made first; its partitions too. */
    public Table inOrderOfNames() {
        return new Table(
                name,
                columns,
                primaryKey,
                sorted(uniques, Key::name),
                sorted(foreignKeys, ForeignKey::name),
                sorted(checks, Check::name),
                sorted(indexes, Index::name),
                options,
                definition,
                rowNumbers,
                partitioning == null ? null : partitioning.inOrderOfNames(),
                inheritance == null ? null : inheritance.inOrderOfNames());
    }

    private static <T> List<T> sorted(List<T> parts, Function<T, @Nullable String> nameOf) {
        return parts.stream()
                .sorted(Comparator.comparing(part -> Objects.requireNonNullElse(nameOf.apply(part), "")))
                .toList();
    }

    private Table changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.table();
    }

    private static @Nullable Identity renamed(@Nullable Identity identity, UnaryOperator<QualifiedName> naming) {
        if (identity == null) {
            return null;
        }
        Sequence sequence = identity.sequence();
        return new Identity(identity.kind(), sequence.withName(naming.apply(sequence.name())));
    }

    /** A table on its way to another one: the components that can change. */
    private static final class Parts {
        private final Table origin;
        private QualifiedName name;
        private List<Column> columns;
        private List<ForeignKey> foreignKeys;
        private List<Check> checks;
        private List<String> options;
        private @Nullable String definition;
        private @Nullable RowNumbers rowNumbers;
        private @Nullable Partitioning partitioning;
        private @Nullable Inheritance inheritance;

        private Parts(Table table) {
            origin = table;
            name = table.name;
            columns = table.columns;
            foreignKeys = table.foreignKeys;
            checks = table.checks;
            options = table.options;
            definition = table.definition;
            rowNumbers = table.rowNumbers;
            partitioning = table.partitioning;
            inheritance = table.inheritance;
        }

        private Table table() {
            return new Table(
                    name,
                    columns,
                    origin.primaryKey,
                    origin.uniques,
                    foreignKeys,
                    checks,
                    origin.indexes,
                    options,
                    definition,
                    rowNumbers,
                    partitioning,
                    inheritance);
        }
    }
}
