package io.github.dbsync.sqlite;

import io.github.dbsync.dialect.Statement;
import java.util.List;

/**
 * Keeps the triggers of a database quiet while it is built. SQLite cannot disable a trigger by a statement, and one that is
 * dropped and made again has another place in {@code sqlite_schema}. So their rows are put aside and put back, each in its
 * place, and SQLite reads the schema again (SQLite docs, "PRAGMA writable_schema").
 */
final class QuietTriggers {

    private static final String ASIDE = "temp.\"dbsync triggers\"";

    private QuietTriggers() {}

    static List<Statement> quiet() {
        return List.of(
                statement(
                        "CREATE TEMP TABLE \"dbsync triggers\" AS SELECT rowid AS place, type, name, tbl_name, rootpage,"
                                + " sql FROM main.sqlite_schema WHERE type = 'trigger'"),
                statement("DELETE FROM main.sqlite_schema WHERE type = 'trigger'"),
                statement("PRAGMA writable_schema = RESET"),
                statement("PRAGMA writable_schema = ON"));
    }

    static List<Statement> wake() {
        return List.of(
                statement("PRAGMA writable_schema = ON"),
                statement("INSERT INTO main.sqlite_schema (rowid, type, name, tbl_name, rootpage, sql)"
                        + " SELECT place, type, name, tbl_name, rootpage, sql FROM " + ASIDE),
                statement("DROP TABLE " + ASIDE),
                statement("PRAGMA writable_schema = RESET"));
    }

    private static Statement statement(String sql) {
        return new Statement(sql, "triggers stay quiet");
    }
}
