package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.DumpFormat;
import io.github.dbsync.dialect.DumpedRows;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.memory.Memory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database as a script for {@code psql}: one transaction, rows as {@code COPY}. */
final class PostgresDump implements DumpFormat {

    /** How values were printed, and what {@code pg_dump} sets. */
    private static final List<String> SESSION = List.of(
            "statement_timeout = 0",
            "lock_timeout = 0",
            "client_encoding = 'UTF8'",
            "standard_conforming_strings = on",
            "check_function_bodies = off",
            "client_min_messages = warning",
            "row_security = off",
            "search_path = ''",
            "xmloption = content",
            "TimeZone = 'UTC'",
            "DateStyle = 'ISO, MDY'",
            "IntervalStyle = 'postgres'",
            "lc_monetary = 'C'",
            "default_tablespace = ''",
            "default_table_access_method = heap");

    /** Without it, psql would run the statements after one that failed. */
    private static final String STOP_AT_ERRORS = "\\set ON_ERROR_STOP on";

    @Override
    public String beginning() {
        return Stream.of(
                        Stream.of(STOP_AT_ERRORS),
                        SESSION.stream().map(setting -> "SET " + setting + ";"),
                        Stream.of("BEGIN;"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n\n"));
    }

    @Override
    public String end() {
        return "COMMIT;\n";
    }

    @Override
    public List<Statement> remember(Memory memory) {
        return MemorySchema.statements(memory);
    }

    @Override
    public DumpedRows rows(Table table) {
        return new DumpedCopyRows(table);
    }
}
