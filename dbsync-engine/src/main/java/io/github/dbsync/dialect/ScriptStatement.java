package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A statement of a script that somebody wrote.
 *
 * @param sql the statement as it stands there, without a closing semicolon
 * @param line where it begins, from 1
 */
public record ScriptStatement(String sql, int line) {

    public ScriptStatement {
        requireNonNull(sql, "sql");
    }

    /** The part of a script that is one statement. */
    public static ScriptStatement cut(String script, int start, int end) {
        int line = 1
                + (int) script.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new ScriptStatement(script.substring(start, end).strip(), line);
    }

    /** Its first word, in capitals. */
    public String verb() {
        return sql.split("\\W", 2)[0].toUpperCase(Locale.ROOT);
    }
}
