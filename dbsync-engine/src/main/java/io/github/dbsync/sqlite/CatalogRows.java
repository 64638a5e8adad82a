package io.github.dbsync.sqlite;

import org.jspecify.annotations.Nullable;

/** The rows that the mapped statements of {@code SqliteCatalogMapper.xml} give, component by component in their order. */
final class CatalogRows {

    private CatalogRows() {}

    /**
     * A row of {@code sqlite_schema}.
     *
     * @param type table, index, view or trigger
     * @param table the table it hangs on, or its own name
     * @param sql the statement that made it; null for the indexes of keys
     * @param kind table, view, virtual or shadow; null for what is neither table nor view
     * @param withoutRowid 1 where the table says so
     * @param strict 1 where the table says so
     */
    record SchemaObject(
            String type,
            String name,
            String table,
            @Nullable String sql,
            @Nullable String kind,
            @Nullable Integer withoutRowid,
            @Nullable Integer strict) {

        boolean isUserTable() {
            return "table".equals(kind) && !name.startsWith("sqlite_");
        }

        boolean isShadowTable() {
            return "shadow".equals(kind);
        }

        boolean isVirtualTable() {
            return "virtual".equals(kind);
        }

        /** Whether ANALYZE made it (SQLite docs, "Database File Format", 2.6). */
        boolean isStatistics() {
            return "table".equals(type) && name.startsWith("sqlite_stat");
        }
    }

    /**
     * A row of {@code PRAGMA table_xinfo}.
     *
     * @param primaryKey the column's place in the primary key, from 1, or 0
     * @param hidden 2 for a virtual generated column, 3 for a stored one
     */
    record TableColumn(
            String table,
            String name,
            String type,
            int notNull,
            @Nullable String defaultValue,
            int primaryKey,
            int hidden) {}

    /**
     * A row of {@code PRAGMA index_list}.
     *
     * @param origin c for CREATE INDEX, u for UNIQUE, pk for PRIMARY KEY
     */
    record TableIndex(
            String table,
            String name,
            int unique,
            String origin,
            @Nullable String sql) {}

    /**
     * A row of {@code PRAGMA index_xinfo}.
     *
     * @param column the column, or null for an expression
     */
    record IndexPart(String index, @Nullable String column, int descending, String collation) {}

    /**
     * A row of {@code PRAGMA foreign_key_list}.
     *
     * @param to the parent's column, or null where the key does not name it
     */
    record ForeignKeyPart(
            String table,
            int id,
            String parent,
            String from,
            @Nullable String to,
            String onUpdate,
            String onDelete) {}

    /** A row of {@code sqlite_sequence}; anything may write there, also null. */
    record Counter(@Nullable String table, @Nullable Long last) {}
}
