package io.github.dbsync.prisma;

import java.util.List;

/**
 * The names that Prisma gives to keys and indexes of which the schema says none (Prisma docs, "Naming conventions"). On
 * PostgreSQL they are cut in front of their ending, so that its limit never cuts the ending off.
 */
final class ConstraintNames {

    private final boolean limited;

    ConstraintNames(Provider provider) {
        this.limited = provider == Provider.POSTGRESQL;
    }

    String primaryKey(String table) {
        return cut(table, "_pkey");
    }

    String unique(String table, List<String> columns) {
        return cut(joined(table, columns), "_key");
    }

    String index(String table, List<String> columns) {
        return cut(joined(table, columns), "_idx");
    }

    String foreignKey(String table, List<String> columns) {
        return cut(joined(table, columns), "_fkey");
    }

    /** A name that ends as it must, and fits. */
    String cut(String name, String ending) {
        return (limited ? Sql.clip(name, Sql.POSTGRESQL_NAME_BYTES - ending.length()) : name) + ending;
    }

    private static String joined(String table, List<String> columns) {
        return table + "_" + String.join("_", columns);
    }
}
