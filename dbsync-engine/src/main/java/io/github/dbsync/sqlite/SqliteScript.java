package io.github.dbsync.sqlite;

import io.github.dbsync.dialect.ScriptStatement;
import java.util.ArrayList;
import java.util.List;

/** Cuts scripts into statements, where SQLite's own shell would (SQLite docs, "sqlite3_complete"). */
final class SqliteScript {

    private SqliteScript() {}

    static List<ScriptStatement> statements(String script) {
        List<ScriptStatement> statements = new ArrayList<>();
        List<SqliteToken> tokens = SqliteTokenizer.tokens(script);
        int first = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean ends = i == tokens.size() || (tokens.get(i).isSign(";") && isComplete(tokens.subList(first, i)));
            if (ends && i > first) {
                statements.add(ScriptStatement.cut(
                        script, tokens.get(first).start(), tokens.get(i - 1).end()));
            }
            first = ends ? i + 1 : first;
        }
        return statements;
    }

    /** A trigger has statements inside, and ends with an END behind a semicolon. */
    private static boolean isComplete(List<SqliteToken> statement) {
        int last = statement.size() - 1;
        return !isTrigger(statement)
                || (last > 0
                        && statement.get(last).isWord("END")
                        && statement.get(last - 1).isSign(";"));
    }

    private static boolean isTrigger(List<SqliteToken> statement) {
        return statement.size() > 2
                && statement.get(0).isWord("CREATE")
                && statement.subList(1, 3).stream().anyMatch(token -> token.isWord("TRIGGER"));
    }
}
