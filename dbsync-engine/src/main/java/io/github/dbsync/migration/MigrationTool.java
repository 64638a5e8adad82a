package io.github.dbsync.migration;

import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tool that makes a database's schema by migrations, and notes in tables of its own which of them ran. */
public enum MigrationTool {
    /** Flyway docs, "Flyway schema history table"; {@code schema_version} was its name before Flyway 5. */
    FLYWAY("Flyway"),
    /** Liquibase docs, "DATABASECHANGELOG table" and "DATABASECHANGELOGLOCK table". */
    LIQUIBASE("Liquibase"),
    /** Prisma docs, "About migration histories". */
    PRISMA_MIGRATE("Prisma Migrate");

    private final String label;

    MigrationTool(String label) {
        this.label = label;
    }

    /** The tool's name, for people. */
    public String label() {
        return label;
    }

    /** Whether a table is where this tool notes which migrations ran. */
    boolean keepsHistoryIn(Table table) {
        return switch (this) {
            case FLYWAY ->
                hasName(table, "flyway_schema_history", "schema_version")
                        && hasColumns(
                                table, "installed_rank", "version", "description", "script", "checksum", "success");
            case LIQUIBASE ->
                hasName(table, "databasechangelog")
                        && hasColumns(table, "id", "author", "filename", "dateexecuted", "orderexecuted", "md5sum");
            case PRISMA_MIGRATE ->
                hasName(table, "_prisma_migrations")
                        && hasColumns(table, "id", "checksum", "migration_name", "started_at", "applied_steps_count");
        };
    }

    /** Whether a table is this tool's own, be it its history or another one. */
    boolean owns(Table table) {
        return switch (this) {
            case FLYWAY, PRISMA_MIGRATE -> keepsHistoryIn(table);
            case LIQUIBASE ->
                keepsHistoryIn(table)
                        || (hasName(table, "databasechangeloglock") && hasColumns(table, "id", "locked", "lockedby"));
        };
    }

    private static boolean hasName(Table table, String... names) {
        return List.of(names).contains(lower(table.name().name()));
    }

    /** Databases spell names as the tool does, or in the case that they prefer. */
    private static boolean hasColumns(Table table, String... columns) {
        return table.columns().stream()
                .map(column -> lower(column.name()))
                .collect(Collectors.toSet())
                .containsAll(List.of(columns));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
