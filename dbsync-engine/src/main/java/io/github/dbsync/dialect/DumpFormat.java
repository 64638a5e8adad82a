package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import java.util.List;

/**
 * How a dialect says a whole database as a script that its own shell runs: {@code psql}, {@code sqlite3}. Between beginning
 * and end stand the statements of a plan, each with a semicolon, and the rows of tables. Pure and thread-safe.
 */
public interface DumpFormat {

    /** What comes first: how the session has to be, and what a database can be given only before it has tables. */
    String beginning();

    /** What comes last, and makes everything visible. */
    String end();

    /** The statements that keep a memory with a database that has none. */
    List<Statement> remember(Memory memory);

    /** How the rows of a table stand in the script; its stored columns alone, in their order. */
    DumpedRows rows(Table table);
}
