package io.github.dbsync.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.dbsync.catalog.Inheritance;
import io.github.dbsync.catalog.Partitioning;
import io.github.dbsync.catalog.Partitioning.Partition;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.postgres.CatalogMapper.AttachedIndexRow;
import io.github.dbsync.postgres.CatalogMapper.ColumnRow;
import io.github.dbsync.postgres.CatalogMapper.ConstraintRow;
import io.github.dbsync.postgres.CatalogMapper.IndexPartRow;
import io.github.dbsync.postgres.CatalogMapper.IndexRow;
import io.github.dbsync.postgres.CatalogMapper.InheritedColumnRow;
import io.github.dbsync.postgres.CatalogMapper.TableRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes all tables of catalog rows, each partition as a part of its table. */
final class TablesReader {

    private final List<TableRow> rows;
    private final ColumnReader columnReader;
    private final boolean comparesBytes;
    private final Map<Long, List<ColumnRow>> columns;
    private final Map<Long, List<ConstraintRow>> constraints;
    private final Map<Long, List<IndexRow>> indexes;
    private final Map<Long, List<IndexPartRow>> indexParts;
    private final Map<Long, List<AttachedIndexRow>> attachedIndexes;
    private final Map<Long, List<InheritedColumnRow>> inherited;

    TablesReader(CatalogMapper mapper, @Nullable String schema, List<TableRow> rows, ColumnReader columnReader) {
        this.rows = rows;
        this.columnReader = columnReader;
        this.comparesBytes = mapper.comparesBytes();
        this.columns = mapper.columns(schema).stream().collect(groupingBy(ColumnRow::tableId));
        this.constraints = mapper.constraints(schema).stream().collect(groupingBy(ConstraintRow::tableId));
        this.indexes = mapper.indexes(schema).stream().collect(groupingBy(IndexRow::tableId));
        this.indexParts = mapper.indexParts(schema).stream().collect(groupingBy(IndexPartRow::indexId));
        this.attachedIndexes = mapper.attachedIndexes(schema).stream().collect(groupingBy(AttachedIndexRow::tableId));
        this.inherited = mapper.inheritedColumns(schema).stream().collect(groupingBy(InheritedColumnRow::tableId));
    }

    List<Table> read() {
        return rows.stream()
                .filter(row -> row.partitionOf() == null)
                .map(this::table)
                .toList();
    }

    private Table table(TableRow row) {
        return new TableReader(row, columnReader.read(columnsOf(row)), comparesBytes)
                .read(constraintsOf(row), indexes.getOrDefault(row.id(), List.of()), indexParts)
                .withRelatives(partitioning(row), inheritance(row));
    }

    private @Nullable Partitioning partitioning(TableRow row) {
        return row.partitionKey() == null
                ? null
                : new Partitioning(
                        row.partitionKey(),
                        rows.stream()
                                .filter(other -> Objects.equals(other.partitionOf(), row.id()))
                                .map(this::partition)
                                .toList());
    }

    private Partition partition(TableRow row) {
        return new Partition(
                table(row),
                Objects.requireNonNull(row.partitionBound(), "partitionBound"),
                attachedIndexes.getOrDefault(row.id(), List.of()).stream()
                        .collect(toMap(AttachedIndexRow::name, AttachedIndexRow::whole)));
    }

    private @Nullable Inheritance inheritance(TableRow row) {
        List<InheritedColumnRow> fromParents = inherited.get(row.id());
        if (fromParents == null) {
            return null;
        }
        List<ConstraintRow> checks = constraintsOf(row).stream()
                .filter(constraint -> constraint.kind().equals("c"))
                .toList();
        return new Inheritance(
                fromParents.stream()
                        .map(column -> new QualifiedName(column.parentSchema(), column.parentTable()))
                        .distinct()
                        .toList(),
                names(fromParents),
                names(fromParents.stream()
                        .filter(column -> Boolean.TRUE.equals(column.notNull()))
                        .toList()),
                fromParents.stream()
                        .map(TablesReader::notNullConstraint)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                columnsOf(row).stream()
                        .filter(ColumnRow::own)
                        .map(ColumnRow::name)
                        .toList(),
                checks.stream()
                        .filter(ConstraintRow::inherited)
                        .map(ConstraintRow::name)
                        .toList(),
                checks.stream()
                        .filter(ConstraintRow::own)
                        .map(ConstraintRow::name)
                        .toList());
    }

    private static Optional<String> notNullConstraint(InheritedColumnRow column) {
        return column.name() == null || column.notNullConstraint() == null
                ? Optional.empty()
                : Optional.of("CONSTRAINT " + Quoting.name(column.notNullConstraint()) + " NOT NULL "
                        + Quoting.name(column.name()));
    }

    private static List<String> names(List<InheritedColumnRow> columns) {
        return columns.stream()
                .map(InheritedColumnRow::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<ColumnRow> columnsOf(TableRow row) {
        return columns.getOrDefault(row.id(), List.of());
    }

    /** A partition's checks from its table come with that table. */
    private List<ConstraintRow> constraintsOf(TableRow row) {
        return constraints.getOrDefault(row.id(), List.of()).stream()
                .filter(constraint ->
                        row.partitionOf() == null || !constraint.kind().equals("c") || constraint.own())
                .toList();
    }
}
