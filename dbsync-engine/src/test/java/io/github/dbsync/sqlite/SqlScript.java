package io.github.dbsync.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Divides an SQL script of a test into its statements. */
final class SqlScript {

    private SqlScript() {}

    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        for (SqliteToken token : SqliteTokenizer.tokens(script)) {
            if (token.isSign(";")) {
                statements.add(script.substring(start, token.start()));
                start = token.end();
            }
        }
        return statements;
    }
}
