package io.github.dbsync.postgres;

import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for rows without a parent, where a foreign key is {@code NOT VALID} and so allows them. */
final class OrphanCensus {

    private static final String NOT_VALID = " NOT VALID";

    private final Connection connection;
    private final Table table;

    OrphanCensus(Connection connection, Table table) {
        this.connection = connection;
        this.table = table;
    }

    List<Problem> findings() throws SQLException {
        List<Problem> findings = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            long orphans = isUnproven(key) ? count(key) : 0;
            if (orphans > 0) {
                findings.add(orphans(key, orphans));
            }
        }
        return findings;
    }

    private static boolean isUnproven(ForeignKey key) {
        return key.definition() != null && key.definition().endsWith(NOT_VALID);
    }

    private long count(ForeignKey key) throws SQLException {
        String given = key.columns().stream()
                .map(column -> "c." + Quoting.name(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + Quoting.name(key.parentColumns().get(i)) + " = c."
                        + Quoting.name(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        String query = "SELECT count(*) FROM " + Quoting.rowsOf(table) + " c WHERE " + given
                + " AND NOT EXISTS (SELECT FROM " + Quoting.name(key.parent()) + " p WHERE " + same + " AND "
                + isOfParent(key) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A key refers to the rows of a table and of its partitions, not to those of tables that inherit from it. */
    private static String isOfParent(ForeignKey key) {
        return "(p.tableoid = " + Quoting.literal(Quoting.name(key.parent()))
                + "::regclass OR pg_partition_root(p.tableoid) IS NOT NULL)";
    }

    private Problem orphans(ForeignKey key, long count) {
        return Problem.refusal(
                ProblemCode.ORPHAN_ROWS,
                count + (count == 1 ? " row of " + table.name() + " has" : " rows of " + table.name() + " have")
                        + " no parent in " + key.parent() + ".",
                "table " + table.name() + ", foreign key (" + String.join(", ", key.columns()) + ")",
                "The key is NOT VALID, so that PostgreSQL never checked the rows that were there before it.",
                "Correct or delete them at the source, then ALTER TABLE " + Quoting.name(table.name())
                        + " VALIDATE CONSTRAINT "
                        + Quoting.name(String.valueOf(key.name())) + "; or leave the table out with -Ddbsync.exclude="
                        + table.name());
    }
}
