package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A file of the seed. */
sealed interface SeedFile {

    /** Its name for people, relative to the project. */
    String name();

    /** A file of rows. */
    record Rows(String name, List<SeedRow> rows) implements SeedFile {
        public Rows {
            requireNonNull(name, "name");
            rows = List.copyOf(rows);
        }
    }

    /** A file of SQL statements. */
    record Script(String name, String sql) implements SeedFile {
        public Script {
            requireNonNull(name, "name");
            requireNonNull(sql, "sql");
        }
    }
}
