package io.github.dbsync.seed;

import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.ScriptStatement;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Set;

/**
 * A script's statements, run as they stand there.
 *
 * @param file the script's name for people
 */
record ScriptRun(String file, List<ScriptStatement> statements) {

    /** These would end the transaction that is all or nothing. */
    private static final Set<String> OF_TRANSACTIONS =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

    ScriptRun {
        statements = List.copyOf(statements);
    }

    static List<Problem> forbidden(List<ScriptRun> scripts) {
        return scripts.stream()
                .flatMap(script -> script.statements().stream()
                        .filter(statement -> OF_TRANSACTIONS.contains(statement.verb()))
                        .map(statement -> SeedProblems.forbidden(script.where(statement), statement.verb())))
                .toList();
    }

    /** @throws DbSyncException with file and line where a statement fails */
    void run(LiveTarget target) {
        target.asApplication(() -> statements.forEach(statement -> run(statement, target)));
    }

    private void run(ScriptStatement statement, LiveTarget target) {
        try {
            target.execute(new Statement(statement.sql(), where(statement)));
        } catch (DbSyncException refused) {
            throw new DbSyncException(SeedProblems.failed(where(statement), refused.problem()), refused);
        }
    }

    private String where(ScriptStatement statement) {
        return file + ", line " + statement.line();
    }
}
