package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what makes a partition more than a part of its table. Rows may be in one whose bound excludes them: PostgreSQL
 * looks once, when it is attached, and what it asks (a function, the order of a collation) may have changed since; on the way
 * back they would go elsewhere. And a partition may compute a generated column in its own way (PostgreSQL docs, Generated
 * Columns), which one table cannot.
 */
final class PartitionCensus {

    private final Connection connection;
    private final Table table;

    PartitionCensus(Connection connection, Table table) {
        this.connection = connection;
        this.table = table;
    }

    List<Problem> findings() throws SQLException {
        List<Problem> findings = new ArrayList<>();
        for (Table partition : table.withPartitions().skip(1).toList()) {
            long strangers = partition.partitioning() == null ? strangers(partition) : 0;
            if (strangers > 0) {
                findings.add(strangers(partition, strangers));
            }
            partition.columns().stream()
                    .filter(this::isComputedOtherwise)
                    .forEach(column -> findings.add(computedOtherwise(partition, column)));
        }
        return findings;
    }

    private boolean isComputedOtherwise(Column column) {
        return !expression(column)
                .equals(table.lookupColumn(column.name())
                        .map(PartitionCensus::expression)
                        .orElse(""));
    }

    private static String expression(Column column) {
        return column.generated() == null ? "" : column.generated().expression().declared();
    }

    private Problem computedOtherwise(Table partition, Column column) {
        return Problem.refusal(
                ProblemCode.OBJECT_REFUSED,
                "Partition " + partition.name() + " computes column " + column.name() + " in another way than "
                        + table.name() + ".",
                "column " + column.name() + " of partition " + partition.name(),
                "One table computes a column in one way.",
                "Give both the same expression, or leave the table out with -Ddbsync.exclude=" + table.name());
    }

    private long strangers(Table partition) throws SQLException {
        String name = Quoting.name(partition.name());
        String bound = text("SELECT pg_get_partition_constraintdef(" + Quoting.literal(name) + "::regclass)");
        return bound.isEmpty()
                ? 0
                : Long.parseLong(text("SELECT count(*) FROM ONLY " + name + " WHERE NOT (" + bound + ")"));
    }

    /** The one value of a query; empty where it is null, as the bound of a sole default partition is. */
    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            ResultSet rows = statement.executeQuery(query);
            rows.next();
            String text = rows.getString(1);
            return text == null ? "" : text;
        }
    }

    private Problem strangers(Table partition, long count) {
        return Problem.refusal(
                ProblemCode.OBJECT_REFUSED,
                count + (count == 1 ? " row" : " rows") + " of partition " + partition.name()
                        + " would belong to another partition of " + table.name() + ".",
                "partition " + partition.name() + " of table " + table.name(),
                "PostgreSQL checks a partition's rows once, when it is attached; what its bound asks has changed since.",
                "Move them with INSERT INTO " + Quoting.name(table.name())
                        + " after deleting them from the partition; or leave the table out with -Ddbsync.exclude="
                        + table.name());
    }
}
