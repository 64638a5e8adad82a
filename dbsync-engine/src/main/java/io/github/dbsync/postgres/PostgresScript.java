package io.github.dbsync.postgres;

import io.github.dbsync.dialect.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.Parser;

/** Cuts scripts into statements, with the driver's own eye for quotes and comments. */
final class PostgresScript {

    private PostgresScript() {}

    static List<ScriptStatement> statements(String script) {
        List<ScriptStatement> statements = new ArrayList<>();
        char[] sql = script.toCharArray();
        int start = -1;
        int depth = 0;
        for (int at = 0; at < sql.length; at++) {
            int end = endOfPart(sql, at);
            if (sql[at] == ';' && depth == 0) {
                add(statements, script, start, at);
                start = -1;
            } else if (start < 0 && !isSkipped(sql, at, end)) {
                start = at;
            }
            depth += sql[at] == '(' ? 1 : sql[at] == ')' ? -1 : 0;
            at = end;
        }
        add(statements, script, start, sql.length);
        return statements;
    }

    private static void add(List<ScriptStatement> statements, String script, int start, int end) {
        if (start >= 0) {
            statements.add(ScriptStatement.cut(script, start, end));
        }
    }

    /** The last character of what begins here: a quoted text, a comment, or the character itself. */
    private static int endOfPart(char[] sql, int at) {
        int end = switch (sql[at]) {
            case '\'' -> Parser.parseSingleQuotes(sql, at, true);
            case '"' -> Parser.parseDoubleQuotes(sql, at);
            case '$' -> Parser.parseDollarQuotes(sql, at);
            case '-' -> Parser.parseLineComment(sql, at);
            case '/' -> Parser.parseBlockComment(sql, at);
            default -> at;
        };
        return Math.min(end, sql.length - 1);
    }

    /** Blanks and comments before a statement. */
    private static boolean isSkipped(char[] sql, int at, int end) {
        return Character.isWhitespace(sql[at])
                || sql[at] == '\uFEFF'
                || (end > at && (sql[at] == '-' || sql[at] == '/'));
    }
}
