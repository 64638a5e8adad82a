package io.github.dbsync.migration;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;

/**
 * What says that a tool's migrations made a database's schema.
 *
 * @param tool the tool
 * @param table the table in which it notes which of them ran
 */
public record MigrationHistory(MigrationTool tool, QualifiedName table) {

    public MigrationHistory {
        requireNonNull(tool, "tool");
        requireNonNull(table, "table");
    }

    /** For people: {@code Flyway (flyway_schema_history)}. */
    @Override
    public String toString() {
        return tool.label() + " (" + table.name() + ")";
    }
}
