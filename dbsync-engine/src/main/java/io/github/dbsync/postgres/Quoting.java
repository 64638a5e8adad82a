package io.github.dbsync.postgres;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.Collection;
import java.util.stream.Collectors;

/** The one place that puts names and literals into SQL (source: PostgreSQL docs, Lexical Structure). */
final class Quoting {

    private Quoting() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String name(QualifiedName name) {
        return name.schema().isEmpty() ? name(name.name()) : name(name.schema()) + "." + name(name.name());
    }

    /** A table as a query names it that is to see its own rows: those of its partitions, not of tables that inherit from it. */
    static String rowsOf(Table table) {
        return (table.partitioning() == null ? "ONLY " : "") + name(table.name());
    }

    /** Names with commas between them. */
    static String names(Collection<String> names) {
        return names.stream().map(Quoting::name).collect(Collectors.joining(", "));
    }

    /** A text literal, where {@code standard_conforming_strings} is on. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
